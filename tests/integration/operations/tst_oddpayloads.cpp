// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"

#include "json/layout.h"
#include "json/scanner.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;

namespace {

const auto Unicode = "{\"cjk\":\"订单已完成 注文完了 주문 완료\",\"emoji\":\"🦬🐦‍⬛ "
                     "👩‍👩‍👧‍👦\",\"rtl\":\"مرحبا "
                     "بالعالم\",\"combining\":\"e\u0301 vs é\","
                     "\"nul\":\"a\\u0000b\",\"ls\":\"x\u2028y\u2029z\",\"quote\":\"\\\"\\\\/"
                     "\\b\\f\\n\\r\\t\",\"html\":\"<b>&amp;</b>\"}";
const auto Numbers = R"({"id64":9223372036854775807,"u64":18446744073709551615,"safe":9007199254740991,)"
                     R"("unsafe":9007199254740993,"dec":0.1000000000000000055511151231257827,"exp":1e400,)"
                     R"("negz":-0.0,"trail":1.50,"dup":1,"dup":2})";
const auto Nested = R"({"10":"ten","9":"nine","a":[1,[2,[3,[4,{"deep":true}]]]],"nullable":null,"empty":{},)"
                    R"("emptyArr":[],"z":1,"y":2,"x":3})";

struct Odd {
  const char *name;
  QByteArray stored;
};

QByteArray deep() {
  QByteArray text = "0";
  for (int i = 0; i < 400; ++i)
    text = "{\"d\":" + text + '}';
  return text;
}

QByteArray wide() {
  QByteArray text = "{";
  for (int i = 0; i < 20'000; ++i)
    text += (i ? ",\"key" : "\"key") + QByteArray::number(i) + "\":" + QByteArray::number(i);
  return text + '}';
}

/// Those of the fixtures: what producers of this world leave in `data`.
std::vector<Odd> oddPayloads() {
  return {{"unicode", Unicode},
          {"numbers", Numbers},
          {"nested", Nested},
          {"wide", wide()},
          {"deep", deep()},
          {"5 MB", "{\"blob\":\"" + QByteArray(5 * 1024 * 1024, 'x') + "\",\"tail\":\"end\"}"},
          {"broken JSON", "{'not': json"},
          {"binary", QByteArray("\xff\xfe\x00\x80\x41", 5)},
          {"byte order mark", "\xef\xbb\xbf{\"a\":1}"},
          {"empty", ""},
          {"empty object", "{}"},
          {"string", "\"just a string\""},
          {"number", "12345"},
          {"null", "null"},
          {"array", "[1,\"two\",{\"three\":3}]"},
          {"pretty", "{\n  \"a\": 1,\n\n  \"b\" :[ 1,2 ]\n}\n"},
          {"lone surrogate", R"({"s":"\ud800","t":"\u00eb"})"}};
}

/// What a person makes of it in the editor: the text laid out anew, and one member more.
QByteArray editedText(const QByteArray &stored) {
  const auto pretty = json::pretty(stored);
  if (!pretty)
    return "{\"repaired\":true}";
  QByteArray text = *pretty;
  if (text.startsWith('{'))
    return text.insert(1, text == "{}" ? "\"oxp\":\"ë 🦬\"" : "\n  \"oxp\": \"ë 🦬\",");
  if (text.startsWith('['))
    return text.insert(1, "\n  \"first\",");
  return "[" + text + "]";
}

/// Whether `now` is `stored` with bytes put in at one place, and none taken away.
bool onlyInserted(const QByteArray &stored, const QByteArray &now, const json::Splice &splice) {
  return splice.removed == 0 && now.left(splice.offset) == stored.left(splice.offset) &&
         now.mid(splice.offset + splice.inserted.size()) == stored.mid(splice.offset);
}

} // namespace

/// Whatever lies in `data`: an edit changes what was meant and not one byte more, and the worker gets just
/// that.
class TstOddPayloads : public QObject {
  Q_OBJECT

private slots:
  void edit_data();
  void edit();
};

void TstOddPayloads::edit_data() {
  QTest::addColumn<int>("library");
  for (int i = 0; i < 4; ++i)
    QTest::newRow(Libraries[i].name) << i;
}

void TstOddPayloads::edit() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "odd");
  const std::vector<Odd> odd = oddPayloads();
  QJsonArray jobs;
  for (const Odd &one : odd)
    jobs << QJsonObject{{QStringLiteral("state"), QStringLiteral("waiting")},
                        {QStringLiteral("raw"), QLatin1String(one.stored.toBase64())}};
  const auto ids = fixture.add(lib, "odd", jobs);
  QCOMPARE(size_t(ids.size()), odd.size());

  QMap<QByteArray, QByteArray> wanted;
  for (size_t i = 0; i < odd.size(); ++i) {
    const QByteArray id = ids[qsizetype(i)], &stored = odd[i].stored;
    const JobSnapshot baseline = fixture.snapshot(queue, id);
    QVERIFY2(baseline.present && baseline.data == stored, odd[i].name);
    const OperationRequest request = editRequest(queue, baseline, editedText(stored));
    QVERIFY2(!request.splices.empty(), odd[i].name);
    const Ended ended = fixture.run(request);
    QVERIFY2(ended.report, odd[i].name + QByteArray(": ") + why(ended).constData());
    const QByteArray now = fixture.redis({"HGET", queue.id.key(id), "data"}).bytes;
    QVERIFY2(now == request.newData && now == ended.report->after->data, odd[i].name);
    if (stored.startsWith('{') && json::scan(stored).valid())
      QVERIFY2(request.splices.size() == 1 && onlyInserted(stored, now, request.splices[0]), odd[i].name);
    wanted.insert(id, now);
  }
  const auto taken = fixture.work(lib, "odd", static_cast<int>(odd.size()));
  for (size_t i = 0; i < odd.size(); ++i)
    QVERIFY2(taken.value(ids[qsizetype(i)]) == wanted[ids[qsizetype(i)]], odd[i].name);
}

QTEST_GUILESS_MAIN(TstOddPayloads)
#include "tst_oddpayloads.moc"
