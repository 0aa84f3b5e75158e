// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/rules.h"

#include <QtTest>

using namespace oxp;
using policy::FieldKind;
Q_DECLARE_METATYPE(FieldKind)

static const policy::SharedRules Rules = policy::builtInRules();

class TstFieldRules : public QObject {
  Q_OBJECT

private slots:
  void keys_data();
  void keys();
  void pointers_data();
  void pointers();
  void texts();
  void masksOutsideLocalOnly();
  void onlyOperatorsReveal();
  void otherTablesAreOtherRules();
  void rolesAreSetsOfCapabilities();
};

void TstFieldRules::keys_data() {
  QTest::addColumn<QByteArray>("key");
  QTest::addColumn<FieldKind>("kind");
  const auto row = [](const char *key, FieldKind kind) { QTest::newRow(key) << QByteArray(key) << kind; };
  for (const char *key : {"password",
                          "Password",
                          "PASSWORD",
                          "userPassword",
                          "user_password",
                          "password2",
                          "passWord",
                          "passwd",
                          "secret",
                          "client-secret",
                          "clientSecret",
                          "token",
                          "accessToken",
                          "oauth2Token",
                          "x.token",
                          "apiKey",
                          "API_KEY",
                          "api-key",
                          "APIKey",
                          "apikey",
                          "stripeApiKeyLive",
                          "access-key-id",
                          "AWS_ACCESS_KEY_ID",
                          "accessKey",
                          "privateKey",
                          "private_key_pem",
                          "cardNumber",
                          "card_number",
                          "creditCardNumber",
                          "iban",
                          "IBAN",
                          "cvv",
                          "CVV2",
                          "cvc",
                          "ssn",
                          "customer.ssn",
                          "token1"})
    row(key, FieldKind::Sensitive);
  for (const char *key :
       {"amount", "totalAmount", "amount_cents", "email", "e-mail", "customerEmail", "EMAIL"})
    row(key, FieldKind::Marked);
  for (const char *key :
       {"tokenizer",   "tokenize",   "detokenized", "secretary",       "passenger",   "key",         "card",
        "number",      "cardHolder", "numberCard",  "apiVersion",      "keyApi",      "apis",        "access",
        "accessLevel", "amounted",   "emailed",     "urban",           "classNote",   "mission",     "",
        "123",         "名前",       "发票号码",    "cardboardNumber", "privateData", "monkeyAccess"})
    row(key, FieldKind::Plain);
  QTest::newRow("very long") << QByteArray(100'000, 'a') << FieldKind::Plain;
  const QByteArray words = QByteArray("a_").repeated(50'000);
  QTest::newRow("very long, with a name before") << "token_" + words << FieldKind::Sensitive;
  QTest::newRow("very long, with a name behind") << words + "password" << FieldKind::Sensitive;
}

void TstFieldRules::keys() {
  QFETCH(QByteArray, key);
  QFETCH(FieldKind, kind);
  QCOMPARE(Rules->fieldKind(key), kind);
}

void TstFieldRules::pointers_data() {
  QTest::addColumn<QByteArray>("pointer");
  QTest::addColumn<FieldKind>("kind");
  QTest::newRow("root") << QByteArray("") << FieldKind::Plain;
  QTest::newRow("leaf") << QByteArray("/user/password") << FieldKind::Sensitive;
  QTest::newRow("below") << QByteArray("/secrets/0/name") << FieldKind::Sensitive;
  QTest::newRow("second of a duplicate") << QByteArray("/token#2") << FieldKind::Sensitive;
  QTest::newRow("escaped slash splits words") << QByteArray("/a~1token") << FieldKind::Sensitive;
  QTest::newRow("strictest wins") << QByteArray("/email/apiKey") << FieldKind::Sensitive;
  QTest::newRow("marked") << QByteArray("/order/amount") << FieldKind::Marked;
  QTest::newRow("words do not join across segments") << QByteArray("/api/key") << FieldKind::Plain;
  QTest::newRow("plain") << QByteArray("/tokenizer/0") << FieldKind::Plain;
}

void TstFieldRules::pointers() {
  QFETCH(QByteArray, pointer);
  QFETCH(FieldKind, kind);
  QCOMPARE(Rules->pointerKind(json::Pointer::fromString(pointer)), kind);
}

void TstFieldRules::texts() {
  QCOMPARE(Rules->textKind("{\"a\":{\"b\":[{\"cardNumber\":1}]}}"), FieldKind::Sensitive);
  QCOMPARE(Rules->textKind("{\"pass\\u0077ord\":1}"), FieldKind::Sensitive);
  QCOMPARE(Rules->textKind("{\"email\":1}"), FieldKind::Marked);
  QCOMPARE(Rules->textKind("{\"email\":1,\"a\":2}"), FieldKind::Marked); // the strictest, wherever it is
  QCOMPARE(Rules->textKind("{\"email\":1,\"token\":2}"), FieldKind::Sensitive);
  QCOMPARE(Rules->textKind("{\"token\":1,\"email\":2}"), FieldKind::Sensitive);
  QCOMPARE(Rules->textKind("\"password\""), FieldKind::Plain); // a value, no key
  QCOMPARE(Rules->textKind("{\"token\":1,"), FieldKind::Sensitive);
}

void TstFieldRules::masksOutsideLocalOnly() {
  QVERIFY(!Rules->masksValues(Environment::Local));
  QVERIFY(Rules->masksValues(Environment::Staging));
  QVERIFY(Rules->masksValues(Environment::Production));
}

void TstFieldRules::onlyOperatorsReveal() {
  for (const Role role : {Role::Viewer, Role::Operator})
    QVERIFY(Rules->mayReveal(Environment::Local, role)); // nothing is masked there
  for (const Environment environment : {Environment::Staging, Environment::Production}) {
    QVERIFY(Rules->mayReveal(environment, Role::Operator));
    QVERIFY(!Rules->mayReveal(environment, Role::Viewer));
  }
}

void TstFieldRules::otherTablesAreOtherRules() {
  policy::RuleTables tables = policy::builtInTables();
  tables.fields = {{"customersnationalidentitynumber", FieldKind::Sensitive}};
  tables.masked = {Environment::Local};
  const policy::Rules rules(tables);
  QVERIFY(rules.isSensitive("customers_national-identityNumber"));
  QVERIFY(!rules.isSensitive("password"));
  QVERIFY(rules.masksValues(Environment::Local) && !rules.masksValues(Environment::Production));
  tables.fields.clear();
  QVERIFY(!policy::Rules(tables).isSensitive("customersNationalIdentityNumber"));
}

void TstFieldRules::rolesAreSetsOfCapabilities() {
  using policy::Capability;
  QVERIFY(!Rules->capabilitiesOf(Role::Viewer));
  const policy::Capabilities all = Rules->capabilitiesOf(Role::Operator);
  for (const Capability one : {Capability::Reveal, Capability::EditData, Capability::RunAgain,
                               Capability::Promote, Capability::Remove, Capability::PauseQueue})
    QVERIFY(policy::includes(all, one));
  QVERIFY(!policy::includes(all, Capability::None)); // what does not say what it needs is nobody's
  QVERIFY(!policy::includes({}, Capability::None));
  policy::RuleTables tables = policy::builtInTables();
  tables.roles = {{Role::Operator, Capability::EditData}};
  const policy::Rules rules(tables);
  QVERIFY(!rules.mayReveal(Environment::Production, Role::Operator));
  QVERIFY(!rules.capabilitiesOf(Role::Viewer)); // a role that no rule names
}

QTEST_APPLESS_MAIN(TstFieldRules)
#include "tst_fieldrules.moc"
