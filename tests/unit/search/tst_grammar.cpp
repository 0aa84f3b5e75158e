// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/query.h"

#include <QDateTime>
#include <QTest>

#include <random>

using namespace oxp::search;
using namespace Qt::Literals::StringLiterals;
using Code = Problem::Code;

Q_DECLARE_METATYPE(oxp::search::Problem::Code)
Q_DECLARE_METATYPE(oxp::search::Spot::Wants)

namespace {

constexpr qint64 Now = 1'790'000'000'000;

QString opText(Op op) {
  static const char *Texts[] = {"=", "!=", ":", "~", "<", "<=", ">", ">="};
  return QString::fromLatin1(Texts[int(op)]);
}

/// Such as `and(state = failed, not(* : x))`.
QString dump(const Node &node) {
  if (node.kind == Node::Kind::Condition) {
    const Condition &c = node.condition;
    const QString field = c.path.root == Field::Anywhere ? u"*"_s : c.path.toString();
    return field + u' ' + opText(c.op) + u' ' + QString::fromUtf8(c.value.text);
  }
  QStringList children;
  for (const Node &child : node.children)
    children.append(dump(child));
  static const char *Names[] = {"and", "or", "not"};
  return QString::fromLatin1(Names[int(node.kind)]) + u'(' + children.join(u", ") + u')';
}

Value valueOf(const QString &text) {
  const auto query = parse(text, Now);
  return query ? query->root.condition.value : Value();
}

} // namespace

class TestGrammar : public QObject {
  Q_OBJECT
private slots:
  void reads_data();
  void reads();
  void names_data();
  void names();
  void namesProblems_data();
  void namesProblems();
  void refusesDepth();
  void survivesGarbage();
  void readsTimes_data();
  void readsTimes();
  void readsNumbers();
  void pathsGoRound_data();
  void pathsGoRound();
  void knowsWhatItNames();
  void findsTheSpot_data();
  void findsTheSpot();
};

void TestGrammar::reads_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("tree");
  const auto row = [](const char *text, const char *tree) {
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tree);
  };
  row("", "and()");
  row("   ", "and()");
  row("foo", "* : foo");
  row("foo bar", "and(* : foo, * : bar)");
  row("foo and bar", "and(* : foo, * : bar)");
  row("a or b c or d", "or(* : a, and(* : b, * : c), * : d)");
  row("A OR b AND NOT c", "or(* : A, and(* : b, not(* : c)))");
  row("(a or b) c", "and(or(* : a, * : b), * : c)");
  row("((a))", "* : a");
  row("not not a", "not(not(* : a))");
  row("not(a b)", "not(and(* : a, * : b))");
  row("-word", "* : -word");
  row("data", "* : data");
  row("failed", "* : failed");
  row("order", "* : order");
  row("android nothing", "and(* : android, * : nothing)");
  row("\"a and b\"", "* : a and b");
  row("\"a \\\"b\\\" \\\\ \\d\"", "* : a \"b\" \\ \\d");
  row("\"and\"", "* : and");
  row("data.x", "* : data.x");
  row("http://shop/x?a=b", "* : http://shop/x?a=b");
  row("std::move", "* : std::move");
  row("10:30", "* : 10:30");
  row("f(x)", "* : f(x)");
  row("(f(x))", "* : f(x)");
  row("foo(bar baz)", "and(* : foo, and(* : bar, * : baz))");
  row("id=5", "id = 5");
  row("id = 5", "id = 5");
  row("id  !=5", "id != 5");
  row("name:mail", "name : mail");
  row("name ~ ^(a|b)$", "name ~ ^(a|b)$");
  row("attempts<3", "attempts < 3");
  row("attempts <= 3", "attempts <= 3");
  row("attempts>3", "attempts > 3");
  row("attempts >=3", "attempts >= 3");
  row("NAME = x", "name = x");
  row("state=FAILED", "state = FAILED");
  row("state=failed name:x", "and(state = failed, name : x)");
  row("data = x", "data = x");
  row("opts : delay", "opts : delay");
  row("data.orderId=ORD-9", "data.orderId = ORD-9");
  row("data.items[0].sku = x", "data.items[0].sku = x");
  row("data.items[*].sku = x", "data.items[*].sku = x");
  row("data[3]=1", "data[3] = 1");
  row("data.\"my key\".b = 1", "data.\"my key\".b = 1");
  row("data[\"a.b\"] = 1", "data.\"a.b\" = 1");
  row("data[\"ab\"] = 1", "data.ab = 1");
  row("data.order-id@x/y = 1", "data.order-id@x/y = 1");
  row("data.a!=1", "data.a != 1");
  row("data.\"x=\\\"\"=1", "data.\"x=\\\"\" = 1");
  row("result.ok = true", "result.ok = true");
  row("data.a = \"\"", "data.a = ");
  row("data.a : \"\"", "data.a : ");
  row("(data.a=1)", "data.a = 1");
  row("data.a=f(x)", "data.a = f(x)");
  row("error:\"connection refused\" or not state=failed",
      "or(error : connection refused, not(state = failed))");
  row("failure=3f9a2c1e7b04 FAILURE != 0", "and(failure = 3f9a2c1e7b04, failure != 0)");
  row("progress = 50 progress:step", "and(progress = 50, progress : step)");
  row("size > 5MB", "size > 5MB");
  row("订单 and data.客户=王", "and(* : 订单, data.客户 = 王)");
}

void TestGrammar::reads() {
  QFETCH(QString, text);
  QFETCH(QString, tree);
  const auto query = parse(text, Now);
  QVERIFY2(query.has_value(), qPrintable(query ? QString() : query.error().word));
  QCOMPARE(dump(query->root), tree);
  QCOMPARE(query->text, text);
  QCOMPARE(query->now, Now);
  QCOMPARE(query->matchesEverything(), tree == u"and()");
}

void TestGrammar::names_data() {
  QTest::addColumn<QString>("name");
  for (const QString &name : fieldNames())
    QTest::newRow(qPrintable(name)) << name;
}

void TestGrammar::names() {
  QFETCH(QString, name);
  QVERIFY(fieldNamed(name));
  QCOMPARE(fieldName(*fieldNamed(name)), name);
}

void TestGrammar::namesProblems_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<Code>("code");
  QTest::addColumn<int>("start");
  QTest::addColumn<QString>("word");
  QTest::addColumn<QString>("repair");
  const auto row = [](const char *text, Code code, int start, const char *word, const char *repair) {
    QTest::newRow(text) << QString::fromUtf8(text) << code << start << QString::fromUtf8(word)
                        << QString::fromUtf8(repair);
  };
  row("eror = x", Code::UnknownField, 0, "eror", "error");
  row("a and eror=x", Code::UnknownField, 6, "eror", "error");
  row("dta.x = 5", Code::UnknownField, 0, "dta.x", "data.x");
  row("orderId = 5", Code::UnknownField, 0, "orderId", "data.orderId");
  row("customer.name:x", Code::UnknownField, 0, "customer.name", "data.customer.name");
  row("repeat:abc:123", Code::UnknownField, 0, "repeat:abc:123", "\"repeat:abc:123\"");
  row("data.a == 5", Code::OperatorMissing, 7, "==", "=");
  row("data.a =~ 5", Code::OperatorMissing, 7, "=~", "~");
  row("data.a <> 5", Code::OperatorMissing, 7, "<>", "!=");
  row("attempts=>5", Code::OperatorMissing, 8, "=>", ">=");
  row("a && b", Code::OperatorMissing, 2, "&&", "and");
  row("a || b", Code::OperatorMissing, 2, "||", "or");
  row("name =", Code::ValueMissing, 5, "=", "");
  row("(name = )", Code::ValueMissing, 6, "=", "");
  row("name = and x", Code::ValueMissing, 5, "=", "");
  row("= 5", Code::ConditionMissing, 0, "=", "");
  row("a and", Code::ConditionMissing, 2, "and", "");
  row("a or ", Code::ConditionMissing, 2, "or", "");
  row("a or or b", Code::ConditionMissing, 2, "or", "");
  row("and a", Code::ConditionMissing, 0, "and", "");
  row("not", Code::ConditionMissing, 0, "not", "");
  row("()", Code::ConditionMissing, 1, ")", "");
  row("a (", Code::ConditionMissing, 2, "(", "");
  row("(a", Code::BracketOpen, 0, "(a", "(a)");
  row("x (a or b", Code::BracketOpen, 2, "(a or b", "(a or b)");
  row("a)", Code::BracketUnexpected, 1, ")", "");
  row("name = \"x", Code::QuoteOpen, 7, "\"x", "\"x\"");
  row("\"x", Code::QuoteOpen, 0, "\"x", "\"x\"");
  row("data.a[", Code::BadPath, 0, "data.a[", "data.a");
  row("data.a[0", Code::BadPath, 0, "data.a[0", "data.a[0]");
  row("data.a[] = 1", Code::BadPath, 0, "data.a[]", "data.a[*]");
  row("data.a[b] = 1", Code::BadPath, 0, "data.a[b]", "data.a.b");
  row("data.a[-1] = 1", Code::BadPath, 0, "data.a[-1]", "");
  row("data..a = 1", Code::BadPath, 0, "data..a", "data.a");
  row("data. = 1", Code::BadPath, 0, "data.", "data");
  row("data.\"a = 1", Code::BadPath, 0, "data.\"a", "data.\"a\"");
  row("name.x = 1", Code::PathOnPlainField, 0, "name.x", "name");
  row("failure.frame = x", Code::PathOnPlainField, 0, "failure.frame", "failure");
  row("faliure = x", Code::UnknownField, 0, "faliure", "failure");
  row("state = faild", Code::BadState, 8, "faild", "failed");
  row("state = wating-children", Code::BadState, 8, "wating-children", "waiting-children");
  row("attempts > many", Code::BadNumber, 11, "many", "");
  row("size > 1,000", Code::BadNumber, 7, "1,000", "1000");
  row("created > yesterday", Code::BadTime, 10, "yesterday", "");
  row("created > 1h", Code::BadTime, 10, "1h", "-1h");
  row("created > 2026/11/22", Code::BadTime, 10, "2026/11/22", "2026-11-22");
  row("created > 2026-13-01", Code::BadTime, 10, "2026-13-01", "");
  row("name ~ \"a(\"", Code::BadRegex, 7, "\"a(\"", "");
}

void TestGrammar::namesProblems() {
  QFETCH(QString, text);
  QFETCH(Code, code);
  QFETCH(int, start);
  QFETCH(QString, word);
  QFETCH(QString, repair);
  const auto query = parse(text, Now);
  QVERIFY(!query.has_value());
  const Problem &problem = query.error();
  QCOMPARE(int(problem.code), int(code));
  QCOMPARE(problem.word, word);
  QCOMPARE(problem.start, start);
  QCOMPARE(problem.length, word.size());
  QCOMPARE(problem.repair, repair);
  QCOMPARE(problem.detail.isEmpty(), code != Code::BadRegex);
  if (repair.isEmpty())
    return;
  const auto repaired = parse(QString(text).replace(start, problem.length, repair), Now);
  QVERIFY2(repaired.has_value(), "a repair leads to a query");
}

void TestGrammar::refusesDepth() {
  for (const QString &opener : {u"("_s, u"not "_s, u"(not "_s}) {
    const auto query = parse(opener.repeated(5'000) + u'a', Now);
    QVERIFY(!query.has_value());
    QCOMPARE(int(query.error().code), int(Code::TooDeep));
  }
  QVERIFY(parse(u"("_s.repeated(60) + u'a' + u")"_s.repeated(60), Now).has_value());
  QVERIFY(parse(u"(a) "_s.repeated(500) + u"not a "_s.repeated(500), Now).has_value());
}

void TestGrammar::survivesGarbage() {
  static const QStringList pieces{u"data"_s, u"."_s,    u"["_s,   u"]"_s, u"*"_s,      u"\""_s,
                                  u"\\"_s,   u"("_s,    u")"_s,   u"="_s, u"!"_s,      u":"_s,
                                  u"~"_s,    u"<"_s,    u" "_s,   u" "_s, u"and"_s,    u"or"_s,
                                  u"not"_s,  u"name"_s, u"-1h"_s, u"0"_s, u"\u00e9"_s, u"a"_s};
  std::mt19937 dice(11);
  for (int run = 0; run < 20'000; ++run) {
    QString text;
    for (quint32 i = dice() % 12; i > 0; --i)
      text += pieces[qsizetype(dice() % quint32(pieces.size()))];
    const auto query = parse(text, Now);
    if (!query) {
      const Problem &problem = query.error();
      QVERIFY2(problem.length > 0 && problem.start >= 0 && problem.start + problem.length <= text.size(),
               qPrintable(text));
      QCOMPARE(problem.word, text.mid(problem.start, problem.length));
    }
    const qsizetype caret = dice() % quint32(text.size() + 1);
    const Spot spot = spotAt(text, caret);
    QVERIFY2(spot.start <= caret && caret <= spot.start + spot.length, qPrintable(text));
    QCOMPARE(spot.word, text.mid(spot.start, caret - spot.start));
  }
}

void TestGrammar::readsTimes_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<qint64>("start");
  QTest::addColumn<qint64>("length");
  QTest::addColumn<bool>("relative");
  const auto utc = [](const char *iso) {
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
  };
  const auto row = [](const char *text, qint64 start, qint64 length, bool relative = false) {
    QTest::newRow(text) << QString::fromLatin1(text) << start << length << relative;
  };
  const qint64 day = QDate(2026, 6, 1).startOfDay().toMSecsSinceEpoch();
  const qint64 local = QDateTime(QDate(2026, 6, 1), QTime(10, 0), Qt::LocalTime).toMSecsSinceEpoch();
  row("created = 2026-06-01", day, 86'400'000);
  row("created = 2026-06-01T10:00", local, 60'000);
  row("created = \"2026-06-01 10:00\"", local, 60'000);
  row("created = 2026-06-01T10:00Z", utc("2026-06-01T10:00:00Z"), 60'000);
  row("created = 2026-06-01T10:00:07Z", utc("2026-06-01T10:00:07Z"), 1'000);
  row("created = 2026-06-01T10:00:07.125Z", utc("2026-06-01T10:00:07.125Z"), 1);
  row("created = 2026-06-01T10:00:07.5+01:00", utc("2026-06-01T09:00:07.500Z"), 1);
  row("created = 2026-06-01T10:00-05:30", utc("2026-06-01T15:30:00Z"), 60'000);
  row("created > -1h", Now - 3'600'000, 1, true);
  row("created > -30m", Now - 1'800'000, 1, true);
  row("created > -90s", Now - 90'000, 1, true);
  row("created > -7d", Now - 7 * 86'400'000LL, 1, true);
  row("created > -2w", Now - 14 * 86'400'000LL, 1, true);
  row("due < +10m", Now + 600'000, 1, true);
  row("due < 10m", Now + 600'000, 1, true);
  row("created > 1790000000001", 1'790'000'000'001, 1);
  row("data.at > -1h", Now - 3'600'000, 1, true);
}

void TestGrammar::readsTimes() {
  QFETCH(QString, text);
  QFETCH(qint64, start);
  QFETCH(qint64, length);
  QFETCH(bool, relative);
  const Value value = valueOf(text);
  QVERIFY(value.timeMs.has_value());
  QCOMPARE(*value.timeMs, start);
  QCOMPARE(value.timeLength, length);
  QCOMPARE(value.relative, relative);
}

void TestGrammar::readsNumbers() {
  const auto number = [](const char *text) {
    return valueOf(QString::fromLatin1(text)).number.value_or(QByteArrayLiteral("none"));
  };
  QCOMPARE(number("size > 1KB"), "1000");
  QCOMPARE(number("size > 1.5kb"), "1500");
  QCOMPARE(number("size > 5MB"), "5000000");
  QCOMPARE(number("size > 1GB"), "1000000000");
  QCOMPARE(number("size > 12B"), "12");
  QCOMPARE(number("size > 1200"), "1200");
  QCOMPARE(number("data.a = 9007199254740993"), "9007199254740993");
  QCOMPARE(number("data.a = 1e400"), "1e400");
  QCOMPARE(number("data.a = \"-1.50\""), "-1.50");
  QCOMPARE(number("data.a = 007"), "none");
  QCOMPARE(number("data.a = 1KB"), "none");
  QCOMPARE(number("data.a = abc"), "none");
}

void TestGrammar::pathsGoRound_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("normal");
  const auto row = [](const char *text, const char *normal = nullptr) {
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(normal != nullptr ? normal : text);
  };
  row("data");
  row("data.a.b");
  row("opts.attempts");
  row("result[0][*].x");
  row("data.\"a b\"");
  row("data.\"\"");
  row("data.\"a\\\"b\\\\c\"");
  row("data[\"a\"]", "data.a");
  row("data.\"a\"", "data.a");
  row("data.\"wow!\"");
  row("data.客户");
  row("name", "");
  row("data.", "");
  row("data.a ", "");
  row("foo.a", "");
  row("", "");
}

void TestGrammar::pathsGoRound() {
  QFETCH(QString, text);
  QFETCH(QString, normal);
  const std::optional<Path> path = parsePath(text);
  QCOMPARE(path.has_value(), !normal.isEmpty());
  if (!path)
    return;
  QCOMPARE(path->toString(), normal);
  QVERIFY(parsePath(path->toString()) == path);
}

void TestGrammar::knowsWhatItNames() {
  const auto query =
      parse(u"data.a=1 (opts.b=2 or not data.a=3) name:x name:y data:z foo state=failed"_s, Now);
  QVERIFY(query.has_value());
  QStringList paths;
  for (const Path &path : query->namedPaths())
    paths.append(path.toString());
  QCOMPARE(paths, (QStringList{u"data.a"_s, u"opts.b"_s}));
  QVERIFY(query->namedFields() == (std::vector<Field>{Field::Name, Field::State}));
}

void TestGrammar::findsTheSpot_data() {
  QTest::addColumn<QString>("marked"); // | is the caret
  QTest::addColumn<Spot::Wants>("wants");
  QTest::addColumn<int>("start");
  QTest::addColumn<int>("length");
  QTest::addColumn<QString>("word");
  QTest::addColumn<QString>("path");
  using Wants = Spot::Wants;
  const auto row = [](const char *marked, Wants wants, int start, int length, const char *word,
                      const char *path) {
    QTest::newRow(marked) << QString::fromUtf8(marked) << wants << start << length << QString::fromUtf8(word)
                          << QString::fromUtf8(path);
  };
  row("|", Wants::Field, 0, 0, "", "");
  row("da|", Wants::Field, 0, 2, "da", "");
  row("da|ta", Wants::Field, 0, 4, "da", "");
  row("data.|", Wants::Field, 0, 5, "data.", "");
  row("data.ord|", Wants::Field, 0, 8, "data.ord", "");
  row("a and da|", Wants::Field, 6, 2, "da", "");
  row("(da|", Wants::Field, 1, 2, "da", "");
  row("state |", Wants::Operator, 6, 0, "", "state");
  row("data.a |", Wants::Operator, 7, 0, "", "data.a");
  row("foo |", Wants::Field, 4, 0, "", "");
  row("state =|", Wants::Value, 7, 0, "", "state");
  row("state = |", Wants::Value, 8, 0, "", "state");
  row("state = fa|", Wants::Value, 8, 2, "fa", "state");
  row("state=fa|iled x", Wants::Value, 6, 6, "fa", "state");
  row("state = failed |", Wants::Field, 15, 0, "", "");
  row("state = failed and na|", Wants::Field, 19, 2, "na", "");
  row("name = \"a b|", Wants::Value, 7, 4, "\"a b", "name");
  row("name = \"a b\"|", Wants::Nothing, 7, 5, "\"a b\"", "name");
  row("\"quo|", Wants::Nothing, 0, 4, "\"quo", "");
  row("data.a != x na|me", Wants::Field, 12, 4, "na", "");
}

void TestGrammar::findsTheSpot() {
  QFETCH(QString, marked);
  const qsizetype caret = marked.indexOf(u'|');
  const Spot spot = spotAt(QString(marked).remove(caret, 1), caret);
  QTEST(spot.wants, "wants");
  QTEST(int(spot.start), "start");
  QTEST(int(spot.length), "length");
  QTEST(spot.word, "word");
  QTEST(spot.path ? spot.path->toString() : QString(), "path");
}

QTEST_APPLESS_MAIN(TestGrammar)
#include "tst_grammar.moc"
