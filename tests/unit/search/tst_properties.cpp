// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "randomquery.h"
#include "reference.h"
#include "search/document.h"
#include "search/plan.h"
#include "unit/json/randomjson.h"

#include "json/scanner.h"

#include <QTest>

using namespace oxp;
using namespace oxp::search;

namespace {

/// Payloads, some of them broken here or there.
QByteArray payload(RandomJson &dice) {
  const ::Node tree =
      dice.chance(80) ? dice.container(4, dice.chance(80) ? ::Node::Object : ::Node::Array) : dice.value(2);
  QByteArray text = dice.chance(50) ? render(tree, Spelling::minified()) : dice.untidy(tree);
  if (dice.chance(80) || text.isEmpty())
    return text;
  const qsizetype at = dice.below(int(text.size()));
  switch (dice.below(4)) {
  case 0:
    return text.first(at);
  case 1:
    return text.insert(at, "}]\",x\\\xff"[dice.below(7)]);
  case 2:
    return text.remove(at, 1);
  default:
    return text + " x";
  }
}

Candidate candidate(const std::vector<QByteArrayView> &fields) {
  Candidate job;
  job.fields = fields;
  return job;
}

} // namespace

/// Random queries over random payloads against a plain reference.
class TestProperties : public QObject {
  Q_OBJECT
private slots:
  void matchesAsTheReference();
  void prefilterNeverRejectsAMatch();
  void plainEvaluationAgrees();
  void everySpellingMeetsEveryValue();

private:
  void compare(const Query &query, Matcher &matcher, const QByteArray &data, const Hides &hides);
  qsizetype m_matches = 0;
};

void TestProperties::compare(const Query &query, Matcher &matcher, const QByteArray &data,
                             const Hides &hides) {
  const std::vector<QByteArrayView> fields(matcher.needs().fields.size(), QByteArrayView(data));
  const bool expected = referenceMatches(query, data, hides);
  const bool matches = matcher.matches(candidate(fields));
  m_matches += matches ? 1 : 0;
  if (matches != expected)
    QFAIL(qPrintable(QStringLiteral("%1 over %2: %3")
                         .arg(query.text, QString::fromLatin1(data.toPercentEncoding(" {}[]\":,\\")))
                         .arg(matches)));
}

void TestProperties::matchesAsTheReference() {
  const Hides hidesB = [](const QByteArray &key) { return key == "b" || key == "x/y"; };
  qsizetype runs = 0;
  for (quint32 seed = 1; seed <= 1'500; ++seed) {
    RandomJson dice(seed);
    const QString text = QString::fromUtf8(RandomQuery(dice).text(2));
    const auto query = parse(text, 0);
    QVERIFY2(query.has_value(), qPrintable(text));
    const Hides hides = dice.chance(20) ? hidesB : Hides();
    Matcher matcher(*query, hides);
    for (int i = 0; i < 12; ++i, ++runs) {
      compare(*query, matcher, payload(dice), hides);
      if (QTest::currentTestFailed())
        return;
    }
  }
  // A dice that never or always matched would prove nothing.
  QVERIFY(m_matches > runs / 10 && m_matches < runs * 9 / 10);
}

void TestProperties::prefilterNeverRejectsAMatch() {
  qsizetype rejected = 0;
  for (quint32 seed = 5'001; seed <= 6'500; ++seed) {
    RandomJson dice(seed);
    const auto query = parse(QString::fromUtf8(RandomQuery(dice).text(1)), 0);
    QVERIFY(query.has_value());
    const Matcher matcher(*query);
    for (int i = 0; i < 12; ++i) {
      const QByteArray data = payload(dice);
      if (matcher.prefilter().passes(data))
        continue;
      ++rejected;
      QVERIFY2(!referenceMatches(*query, data, {}),
               qPrintable(query->text + QStringLiteral(" over ") + QString::fromUtf8(data)));
    }
  }
  QVERIFY(rejected > 1'000);
}

void TestProperties::plainEvaluationAgrees() {
  for (quint32 seed = 10'001; seed <= 11'000; ++seed) {
    RandomJson dice(seed);
    const auto query = parse(QString::fromUtf8(RandomQuery(dice).text(0)), 0);
    QVERIFY(query.has_value());
    const Leaf leaf(query->root.condition);
    for (int i = 0; i < 12; ++i) {
      const QByteArray data = payload(dice);
      Document document{QByteArrayView(data)};
      const bool holds = document.holds(leaf, {}) || (leaf.path().steps.empty() && leaf.holdsForRaw(data));
      QVERIFY2((holds != leaf.negated()) == referenceMatches(*query, data, {}),
               qPrintable(query->text + QStringLiteral(" over ") + QString::fromUtf8(data)));
    }
  }
}

void TestProperties::everySpellingMeetsEveryValue() {
  const QByteArrayList stored{"0",
                              "-0",
                              "0.0",
                              "0e9",
                              "1",
                              "1.0",
                              "10e-1",
                              "0.1E1",
                              "100",
                              "1e2",
                              "1E+2",
                              "100.00",
                              "0.5",
                              "5e-1",
                              "-7",
                              "-70e-1",
                              "1e400",
                              "9007199254740993",
                              "900719925474099.3e1",
                              "true",
                              "false",
                              "null",
                              "\"\"",
                              "\"1\"",
                              "\"1.0\"",
                              "\"true\"",
                              "\"a\"",
                              "\"A\"",
                              "\"\\u0061\"",
                              "\"\\u0041\"",
                              "\"a\\/b\"",
                              "\"a/b\"",
                              "\"\\u0031\"",
                              "\"x\\ny\"",
                              "\"\\\"\"",
                              "\"Ã©\"",
                              "\"\\u00c9\"",
                              "\"\\ud83e\\uddac\"",
                              "\"ð¦¬\"",
                              "[1]",
                              "{\"a\":1}",
                              "[]"};
  const QByteArrayList typed{"0",    "1",         "1.0",      "1e0",     "100",
                             "1e2",  "0.5",       "-7",       "1e400",   "9007199254740993",
                             "true", "null",      "\"\"",     "a",       "A",
                             "a/b",  "\"x\ny\"",  "\"\\\"\"", "Ã©",      "Ã",
                             "[1]",  "{\"a\":1}", "[]",       "ð¦¬"};
  for (const QByteArray &value : typed) {
    for (const char *op : {"=", "!=", ":", "<", "<=", ">", ">="}) {
      const auto query = parse(QString::fromUtf8(QByteArray("data.k ") + op + ' ' + value), 0);
      QVERIFY2(query.has_value(), value.constData());
      Matcher matcher(*query);
      for (const QByteArray &spelling : stored) {
        const QByteArray data = "{\"k\": " + spelling + " }";
        compare(*query, matcher, data, {});
        if (QTest::currentTestFailed())
          return;
        QVERIFY(matcher.prefilter().passes(data) || !referenceMatches(*query, data, {}));
      }
    }
  }
}

QTEST_APPLESS_MAIN(TestProperties)
#include "tst_properties.moc"
