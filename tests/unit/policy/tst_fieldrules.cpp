// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.h"

#include <QtTest>

using namespace oxp;
using policy::FieldKind;
Q_DECLARE_METATYPE(FieldKind)

class TstFieldRules : public QObject {
  Q_OBJECT

private slots:
  void keys_data();
  void keys();
  void pointers_data();
  void pointers();
  void texts();
  void masks_data();
  void masks();
  void masksOutsideLocalOnly();
  void onlyOperatorsReveal();
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
  QCOMPARE(policy::fieldKind(key), kind);
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
  QCOMPARE(policy::pointerKind(json::Pointer::fromString(pointer)), kind);
}

void TstFieldRules::texts() {
  QCOMPARE(policy::textKind("{\"a\":{\"b\":[{\"cardNumber\":1}]}}"), FieldKind::Sensitive);
  QCOMPARE(policy::textKind("{\"pass\\u0077ord\":1}"), FieldKind::Sensitive);
  QCOMPARE(policy::textKind("{\"email\":1}"), FieldKind::Marked);
  QCOMPARE(policy::textKind("{\"email\":1,\"a\":2}"), FieldKind::Marked); // the strictest, wherever it is
  QCOMPARE(policy::textKind("{\"email\":1,\"token\":2}"), FieldKind::Sensitive);
  QCOMPARE(policy::textKind("{\"token\":1,\"email\":2}"), FieldKind::Sensitive);
  QCOMPARE(policy::textKind("\"password\""), FieldKind::Plain); // a value, no key
  QCOMPARE(policy::textKind("{\"token\":1,"), FieldKind::Sensitive);
}

void TstFieldRules::masks_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("label");
  const QString dots(4, QChar(0x2022));
  QTest::newRow("card number") << QByteArray("\"4242424242424242\"") << dots + QStringLiteral("4242");
  QTest::newRow("number") << QByteArray("4000056655665556") << dots + QStringLiteral("5556");
  QTest::newRow("letters") << QByteArray("\"aaaaaaaaaaaaaaZ0z\"") << dots + QStringLiteral("aZ0z");
  QTest::newRow("the last ones of each kind")
      << QByteArray("\"aaaaaaaaaaaaaaA9z\"") << dots + QStringLiteral("aA9z");
  for (const char *odd : {"/", ":", "@", "[", "`", "{"})
    QTest::addRow("%s at the end", odd) << "\"aaaaaaaaaaaaaa" + QByteArray(odd) + "zz\"" << dots;
  QTest::newRow("just long enough") << QByteArray("\"aaaaaaaa4242\"") << dots + QStringLiteral("4242");
  QTest::newRow("one less") << QByteArray("\"aaaaaaa4242\"") << dots;
  QTest::newRow("object in a text") << QByteArray("\"{aaaaaaaaaaaaaaaaaaaa1234\"") << dots;
  QTest::newRow("array in a text") << QByteArray("\"[aaaaaaaaaaaaaaaaaaaa1234\"") << dots;
  QTest::newRow("short") << QByteArray("\"hunter2\"") << dots;
  QTest::newRow("empty") << QByteArray("\"\"") << dots;
  QTest::newRow("object") << QByteArray("{\"a\":\"4242424242424242\"}") << dots;
  QTest::newRow("array") << QByteArray("[1,2,3,4,5,6,7,8,9]") << dots;
  QTest::newRow("escape at the end") << QByteArray("\"aaaaaaaaaaaaaa\\u0041\"") << dots;
  QTest::newRow("quote at the end") << QByteArray("\"aaaaaaaaaaaaaaa\\\"\"") << dots;
  QTest::newRow("not ASCII") << QByteArray("\"aaaaaaaaaaaaaa\xe5\x90\x8d\"") << dots;
}

void TstFieldRules::masks() {
  QFETCH(QByteArray, text);
  QFETCH(QString, label);
  QCOMPARE(policy::maskLabel(text), label);
}

void TstFieldRules::masksOutsideLocalOnly() {
  QVERIFY(!policy::masksValues(Environment::Local));
  QVERIFY(policy::masksValues(Environment::Staging));
  QVERIFY(policy::masksValues(Environment::Production));
}

void TstFieldRules::onlyOperatorsReveal() {
  for (const Role role : {Role::Viewer, Role::Operator})
    QVERIFY(policy::mayReveal(Environment::Local, role)); // nothing is masked there
  for (const Environment environment : {Environment::Staging, Environment::Production}) {
    QVERIFY(policy::mayReveal(environment, Role::Operator));
    QVERIFY(!policy::mayReveal(environment, Role::Viewer));
  }
}

QTEST_APPLESS_MAIN(TstFieldRules)
#include "tst_fieldrules.moc"
