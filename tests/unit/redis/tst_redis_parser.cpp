// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/parser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace oxp;
using redis::Parser;

namespace {

QByteArray encoded(const Reply &reply) {
  switch (reply.type) {
  case Reply::Type::Nil:
    return "$-1\r\n";
  case Reply::Type::Integer:
    return ':' + QByteArray::number(reply.integer) + "\r\n";
  case Reply::Type::Status:
    return '+' + reply.bytes + "\r\n";
  case Reply::Type::Error:
    return '-' + reply.bytes + "\r\n";
  case Reply::Type::Bytes:
    return '$' + QByteArray::number(reply.bytes.size()) + "\r\n" + reply.bytes + "\r\n";
  case Reply::Type::Array:
    break;
  }
  QByteArray out = '*' + QByteArray::number(qsizetype(reply.items.size())) + "\r\n";
  for (const Reply &item : reply.items)
    out += encoded(item);
  return out;
}

QByteArray randomBytes(QRandomGenerator &random, int most, bool line) {
  QByteArray bytes(random.bounded(most + 1), Qt::Uninitialized);
  for (char &byte : bytes)
    byte = line ? char('a' + random.bounded(26)) : char(random.bounded(256));
  return bytes;
}

Reply randomReply(QRandomGenerator &random, int depth) {
  switch (random.bounded(depth > 0 ? 6 : 5)) {
  case 0:
    return Reply::nil();
  case 1:
    return Reply::ofInt(qint64(random.generate64()));
  case 2:
    return Reply::ofStatus(randomBytes(random, 20, true));
  case 3:
    return Reply::ofError("ERR " + randomBytes(random, 20, true));
  case 4:
    return Reply::ofBytes(randomBytes(random, random.bounded(20) == 0 ? 100'000 : 40, false));
  default: {
    std::vector<Reply> items;
    for (int i = random.bounded(6); i > 0; --i)
      items.push_back(randomReply(random, depth - 1));
    return Reply::ofArray(std::move(items));
  }
  }
}

std::vector<Reply> takeAll(Parser &parser, bool &broken) {
  std::vector<Reply> replies;
  while (true) {
    auto next = parser.next();
    broken = !next;
    if (!next || !*next)
      return replies;
    replies.push_back(std::move(**next));
  }
}

} // namespace

class TestParser : public QObject {
  Q_OBJECT

private slots:
  void readsEveryType();
  void readsByteByByte();
  void readsAnySplit();
  void refusesNonsense_data();
  void refusesNonsense();
  void survivesRandomBytes();
  void believesNoAnnouncedSize();
  void endsInTheMiddle();
  void refusesWhatIsOverTheBound_data();
  void refusesWhatIsOverTheBound();
  void boundIsOfEachReply();
  void givesMemoryBack();
  void skippedReplyIsGone();
  void begunReplyKeepsItsWay();
  void knowsWhenMoreCame();
};

void TestParser::readsEveryType() {
  Parser parser;
  parser.feed("*6\r\n:-42\r\n+OK\r\n$3\r\na\r\n\r\n$-1\r\n-WRONGTYPE no\r\n*2\r\n*-1\r\n$0\r\n\r\n");
  const auto reply = parser.next();
  QVERIFY(reply && *reply);
  QCOMPARE(**reply, Reply::ofArray({Reply::ofInt(-42), Reply::ofStatus("OK"), Reply::ofBytes("a\r\n"),
                                    Reply::nil(), Reply::ofError("WRONGTYPE no"),
                                    Reply::ofArray({Reply::ofNilArray(), Reply::ofBytes("")})}));
  const auto none = parser.next();
  QVERIFY(none && !*none);
}

void TestParser::readsByteByByte() {
  QRandomGenerator random(1);
  for (int round = 0; round < 50; ++round) {
    const Reply sent = randomReply(random, 4);
    Parser parser;
    const QByteArray bytes = encoded(sent);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
      const auto early = parser.next();
      QVERIFY(early && !*early);
      parser.feed(QByteArrayView(bytes).sliced(i, 1));
    }
    const auto reply = parser.next();
    QVERIFY(reply && *reply);
    QVERIFY(**reply == sent);
  }
}

void TestParser::readsAnySplit() {
  QRandomGenerator random(2);
  for (int round = 0; round < 300; ++round) {
    std::vector<Reply> sent;
    QByteArray bytes;
    for (int i = random.bounded(1, 20); i > 0; --i) {
      sent.push_back(randomReply(random, 4));
      bytes += encoded(sent.back());
    }
    Parser parser;
    std::vector<Reply> got;
    for (qsizetype at = 0; at < bytes.size();) {
      const qsizetype length =
          std::min<qsizetype>(1 + random.bounded(random.bounded(2) ? 7 : 50'000), bytes.size() - at);
      parser.feed(QByteArrayView(bytes).sliced(at, length));
      at += length;
      bool broken = false;
      for (Reply &reply : takeAll(parser, broken))
        got.push_back(std::move(reply));
      QVERIFY(!broken);
    }
    QVERIFY(got == sent);
  }
}

void TestParser::refusesNonsense_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
  QTest::newRow("tls alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x16\r\n", 9);
  QTest::newRow("length") << QByteArray("$x\r\n");
  QTest::newRow("negative length") << QByteArray("$-2\r\n");
  QTest::newRow("integer") << QByteArray(":12x\r\n");
  QTest::newRow("inside an array") << QByteArray("*2\r\n:1\r\n!\r\n");
}

void TestParser::refusesNonsense() {
  QFETCH(QByteArray, bytes);
  Parser parser;
  parser.feed(bytes);
  const auto reply = parser.next();
  QVERIFY(!reply);
  QCOMPARE(reply.error().kind, ErrorKind::Protocol);
  // For good: what follows cannot be trusted.
  parser.feed("+OK\r\n");
  QVERIFY(!parser.next());
}

void TestParser::survivesRandomBytes() {
  QRandomGenerator random(3);
  const QByteArray alphabet = "*$:+-0123456789\r\n\r\n\r\n,#_%~>=(|abc";
  for (int round = 0; round < 3000; ++round) {
    Parser parser;
    QByteArray bytes;
    for (int i = random.bounded(60); i > 0; --i)
      bytes += alphabet[random.bounded(int(alphabet.size()))];
    for (qsizetype at = 0; at < bytes.size(); at += 5) {
      parser.feed(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(5, bytes.size() - at)));
      bool broken = false;
      takeAll(parser, broken);
    }
  }
}

void TestParser::believesNoAnnouncedSize() {
  Parser array;
  array.feed("*2147483647\r\n:1\r\n");
  const auto incomplete = array.next();
  QVERIFY(!incomplete || !*incomplete);
  Parser bulk;
  bulk.feed("$536870911\r\nabc");
  const auto waiting = bulk.next();
  QVERIFY(waiting && !*waiting);
}

void TestParser::endsInTheMiddle() {
  // Nothing leaks (the sanitizers look) when a connection ends inside a nested reply.
  Parser parser;
  parser.feed("*3\r\n$3\r\nabc\r\n*2\r\n:1\r\n$100\r\nabc");
  const auto reply = parser.next();
  QVERIFY(reply && !*reply);
}

void TestParser::refusesWhatIsOverTheBound_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<bool>("taken");
  // All against 10 bytes and 3 items.
  QTest::newRow("as much as may be") << QByteArray("*3\r\n$5\r\nabcde\r\n$5\r\nabcde\r\n:1\r\n") << true;
  QTest::newRow("a byte more") << QByteArray("*3\r\n$5\r\nabcde\r\n$6\r\nabcdef\r\n:1\r\n") << false;
  QTest::newRow("its announcement") << QByteArray("*3\r\n$5\r\nabcde\r\n$6\r\n") << false;
  QTest::newRow("an item more") << QByteArray("*4\r\n") << false;
  QTest::newRow("items inside") << QByteArray("*2\r\n:1\r\n*2\r\n") << false;
  QTest::newRow("a line") << QByteArray("+abcdefghijk\r\n") << false;
  QTest::newRow("an error") << QByteArray("-abcdefghijk\r\n") << false;
  QTest::newRow("a line without end") << '+' + QByteArray(65'536, 'x') << false;
}

void TestParser::refusesWhatIsOverTheBound() {
  QFETCH(QByteArray, bytes);
  QFETCH(bool, taken);
  const ReplyBound bound{10, 3};
  Parser tree, flat;
  tree.feed(bytes);
  flat.feed(bytes);
  const auto reply = tree.next(bound);
  const auto count = flat.takeFlat(1, bound);
  QCOMPARE(reply.has_value(), taken);
  QCOMPARE(count.has_value(), taken);
  if (taken)
    return;
  QCOMPARE(reply.error().code, QByteArray("reply-bound"));
  QCOMPARE(count.error().code, QByteArray("reply-bound"));
  QVERIFY(!tree.next());
}

void TestParser::boundIsOfEachReply() {
  Parser parser;
  parser.feed("*2\r\n:1\r\n:2\r\n*2\r\n:1\r\n:2\r\n$5\r\nabcde\r\n$5\r\nabcde\r\n");
  for (int i = 0; i < 2; ++i)
    QVERIFY(parser.next({0, 2}));
  QCOMPARE(parser.takeFlat(2, {5, 0}), 2);
}

void TestParser::givesMemoryBack() {
  Parser parser;
  const QByteArray reply = encoded(Reply::ofBytes(QByteArray(10'000, 'x')));
  for (int i = 0; i < 1'000; ++i) {
    parser.feed(reply);
    QVERIFY(parser.next()->has_value());
  }
  QVERIFY2(parser.memory() < 100'000, QByteArray::number(parser.memory()).constData());
}

void TestParser::skippedReplyIsGone() {
  Parser parser;
  parser.feed("*2\r\n$1\r\na\r\n$1\r\nb\r\n:7\r\n");
  QCOMPARE(parser.skip(), true);
  QCOMPARE(parser.takeFlat(5), 1);
  FlatReplies replies;
  parser.swapFlat(replies);
  QCOMPARE(replies.pieces().size(), 1u);
  QCOMPARE(replies.pieces()[0].number, 7);
  QCOMPARE(parser.skip(), false);
}

/// Given up half-way, the rest of a reply goes where its beginning went.
void TestParser::begunReplyKeepsItsWay() {
  Parser parser;
  parser.feed("*2\r\n:1\r\n");
  QVERIFY(!*parser.next());
  parser.feed(encoded(Reply::ofBytes(QByteArray(500'000, 'x'))) + ":7\r\n");
  QCOMPARE(parser.takeFlat(2), 2);
  FlatReplies replies;
  parser.swapFlat(replies);
  QCOMPARE(replies.pieces().size(), 1u);
  QCOMPARE(replies.pieces()[0].number, 7);
  QCOMPARE(replies.byteCount(), 0);
}

void TestParser::knowsWhenMoreCame() {
  Parser parser;
  QVERIFY(!parser.holdsMore());
  parser.feed(":1\r\n:2\r");
  QVERIFY(parser.next()->has_value());
  QVERIFY(parser.holdsMore());
  parser.feed("\n");
  QVERIFY(parser.next()->has_value());
  QVERIFY(!parser.holdsMore());
  parser.feed("*1\r\n");
  QVERIFY(!*parser.next());
  QVERIFY(parser.holdsMore());
}

QTEST_GUILESS_MAIN(TestParser)
#include "tst_redis_parser.moc"
