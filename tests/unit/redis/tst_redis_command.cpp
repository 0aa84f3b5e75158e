// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/command.h"

#include <QTest>

using namespace oxp;

namespace {

// The viewer's and the operator's lists of bullmq-protocol 4.23, word for word.
const QByteArray ViewerVerbs =
    "hello auth ping select quit reset command client|setname client|getname client|id client|list "
    "client|no-evict info dbsize scan type exists pttl ttl memory|usage object|encoding get strlen hget "
    "hmget "
    "hgetall hlen hstrlen hexists hscan llen lrange lindex lpos zcard zcount zrange zrevrange zrangebyscore "
    "zrevrangebyscore zscore zmscore zrank zrevrank zscan scard smembers sismember sscan xlen xrange "
    "xrevrange "
    "xread xinfo|stream multi exec discard watch unwatch subscribe psubscribe unsubscribe punsubscribe "
    "time acl|whoami acl|dryrun eval_ro evalsha_ro script|load";
const QByteArray OperatorVerbs = "eval evalsha del unlink set persist incr rename hset hmset hdel lpush "
                                 "rpush lpop rpop lrem lset ltrim sadd "
                                 "srem zadd zrem xadd xtrim linsert publish";
// In the viewer's ACL, yet not for a caller: they would change the connection, or open a transaction.
const QByteArray SessionVerbs = "hello auth select quit reset client|setname multi exec discard subscribe "
                                "psubscribe unsubscribe punsubscribe";

Command commandOf(const QByteArray &words) {
  const QList<QByteArray> parts = words.split('|');
  return Command(std::vector<QByteArray>(parts.begin(), parts.end())).add("argument");
}

} // namespace

class TestCommand : public QObject {
  Q_OBJECT

private slots:
  void writesWireForm();
  void knowsItsWireSize();
  void carriesAnyBytes();
  void letsViewersRead();
  void refusesEveryWriteVerb();
  void refusesWhatItDoesNotKnow_data();
  void refusesWhatItDoesNotKnow();
  void knowsWhatChangesTheConnection();
};

void TestCommand::writesWireForm() {
  QByteArray out;
  const Command command = Command::of("HSET", QByteArray("bull:q:1"), "priority", 12).add(qint64(-7));
  command.appendTo(out);
  QCOMPARE(out,
           QByteArray("*5\r\n$4\r\nHSET\r\n$8\r\nbull:q:1\r\n$8\r\npriority\r\n$2\r\n12\r\n$2\r\n-7\r\n"));
  QCOMPARE(command.verb(), QByteArray("HSET"));
}

void TestCommand::knowsItsWireSize() {
  for (int length : {0, 1, 9, 10, 99, 100, 1000, 123456}) {
    Command command = Command::of("SET", "k");
    for (int i = 0; i < 12; ++i)
      command.add(QByteArray(length, 'x'));
    QByteArray out;
    command.appendTo(out);
    QCOMPARE(command.wireSize(), out.size());
  }
}

void TestCommand::carriesAnyBytes() {
  const QByteArray odd("a\0\r\n\xff", 5);
  QByteArray out;
  Command::of("GET", odd).appendTo(out);
  QCOMPARE(out, QByteArray("*2\r\n$3\r\nGET\r\n$5\r\n") + odd + "\r\n");
}

void TestCommand::letsViewersRead() {
  for (const QByteArray &words : ViewerVerbs.split(' ')) {
    const bool sessions = SessionVerbs.split(' ').contains(words);
    QVERIFY2(isReadOnly(commandOf(words)) == !sessions, words.constData());
    QVERIFY2(isReadOnly(commandOf(words.toUpper())) == !sessions, words.constData());
  }
}

void TestCommand::refusesEveryWriteVerb() {
  for (const QByteArray &words : OperatorVerbs.split(' ')) {
    QVERIFY2(!isReadOnly(commandOf(words)), words.constData());
    QVERIFY2(!changesConnection(commandOf(words)), words.constData());
  }
}

void TestCommand::refusesWhatItDoesNotKnow_data() {
  QTest::addColumn<QByteArray>("words");
  for (const char *words : {"",
                            "flushall",
                            "config|get",
                            "config|set",
                            "client|kill",
                            "client|reply",
                            "client|unblock",
                            "client",
                            "memory|purge",
                            "memory",
                            "object|freq",
                            "script|flush",
                            "script|kill",
                            "script",
                            "acl|setuser",
                            "acl",
                            "xinfo|groups",
                            "debug|sleep",
                            "sort",
                            "keys",
                            "getset",
                            "getdel",
                            "getex",
                            "zrangestore",
                            "hgetdel",
                            "xreadgroup",
                            "fcall",
                            "migrate",
                            "restore",
                            "shutdown",
                            "get ",
                            " get",
                            "newverb"})
    QTest::newRow(*words ? words : "(empty)") << QByteArray(words);
}

void TestCommand::refusesWhatItDoesNotKnow() {
  QFETCH(QByteArray, words);
  QVERIFY(!isReadOnly(commandOf(words)));
}

void TestCommand::knowsWhatChangesTheConnection() {
  for (const char *words :
       {"auth", "select", "hello", "reset", "quit", "subscribe", "monitor", "client|reply"})
    QVERIFY2(changesConnection(commandOf(words)), words);
  for (const char *words : {"client|list", "client|kill", "multi", "exec", "watch", "get"})
    QVERIFY2(!changesConnection(commandOf(words)), words);
}

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_redis_command.moc"
