// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/outcomejudge.h"

#include <QtTest>

#include <algorithm>
#include <span>

using namespace oxp;
using namespace oxp::test;
using Lie = LyingProxy::Lie;

namespace {

/// A part of the wishes: two programs share them, so that they run beside each other.
constexpr std::span Mine = std::span(Wishes).subspan(OXP_FIRST_WISH, OXP_WISHES);

struct Deed {
  const char *name;
  Lie::Deed deed;
  const char *words = "";
};
// What cannot be told from the truth is left out: `:1` instead of a reply is a reply.
constexpr Deed Deeds[] = {
    {"reset", Lie::Reset},
    {"silence", Lie::Silence},
    {"half open", Lie::HalfOpen},
    {"garbage", Lie::Says, "HTTP/1.1 502 Bad Gateway\r\n\r\n"},
    {"status", Lie::Says, "+OK\r\n"},
    {"nil", Lie::Says, "$-1\r\n"},
    {"nil array", Lie::Says, "*-1\r\n"},
    {"other number", Lie::Says, ":-77\r\n"},
    {"other array", Lie::Says, "*2\r\n:1\r\n$1\r\nx\r\n"},
    {"too much", Lie::Says, "*2147483647\r\n"},
    {"forged error", Lie::Says, "-ERR something went wrong\r\n"},
    {"forged busy", Lie::Says, "-BUSY Redis is busy running a script.\r\n"},
    {"forged replica", Lie::Says, "-READONLY You can't write against a read only replica.\r\n"},
    {"forged memory", Lie::Says, "-OOM command not allowed when used memory > 'maxmemory'.\r\n"},
    {"forged disk", Lie::Says, "-MISCONF Redis is configured to save RDB snapshots\r\n"},
    {"forged login", Lie::Says, "-NOAUTH Authentication required.\r\n"},
    {"forged loading", Lie::Says, "-LOADING Redis is loading the dataset in memory\r\n"},
    {"forged no script", Lie::Says, "-NOSCRIPT No matching script. Please use EVAL.\r\n"},
    {"forged rights", Lie::Says, "-NOPERM User default has no permissions to run the 'evalsha' command\r\n"},
    {"forged rights inside", Lie::Says,
     "-NOPERM User default has no permissions to run the 'hset' command script: COMPAREANDSET, on "
     "@user_script:52.\r\n"},
    {"forged unknown", Lie::Says, "-ERR unknown command 'EVALSHA', with args beginning with: 'a'\r\n"},
    {"forged abort", Lie::Says, "-EXECABORT Transaction discarded because of previous errors.\r\n"},
    {"forged abort for rights", Lie::Says,
     "-EXECABORT Transaction discarded because of: NOPERM User default has no permissions to run the 'exec' "
     "command\r\n"},
    {"error of a script", Lie::Says,
     "-WRONGTYPE Operation against a key script: 1234, on @user_script:7.\r\n"},
};

struct Point {
  const char *name;
  Lie::Point point;
};
constexpr Point Points[] = {{"before its bytes", Lie::BeforeBytes},
                            {"half of them", Lie::HalfOfThem},
                            {"after them", Lie::AfterThem},
                            {"after the reply", Lie::AfterReply}};

} // namespace

/// Every operation, cut off or lied to at every point: what is told of it is what Redis holds.
class TstOutcomes : public QObject, OutcomeJudge {
  Q_OBJECT

private slots:
  void initTestCase() { start(); }
  void cleanupTestCase() { stop(); }
  void toldIsTrue_data();
  void toldIsTrue();
  void toldIsTrueWithoutTheRightToAsk_data();
  void toldIsTrueWithoutTheRightToAsk();
  void forgottenScriptsAreSentWhole_data() { wishes(); }
  void forgottenScriptsAreSentWhole();
  void aForgottenScriptHidesNoConflict();

private:
  static void wishes();
  static void addRows(std::span<const Deed> deeds);
};

void TstOutcomes::wishes() {
  QTest::addColumn<int>("wish");
  for (int wish = 0; wish < int(Mine.size()); ++wish)
    QTest::addRow("%s%s", Mine[size_t(wish)].operation, Mine[size_t(wish)].large ? " large" : "") << wish;
}

void TstOutcomes::addRows(std::span<const Deed> deeds) {
  QTest::addColumn<int>("wish");
  QTest::addColumn<int>("point");
  QTest::addColumn<int>("deed");
  for (int wish = 0; wish < int(Mine.size()); ++wish)
    for (int point = 0; point < int(std::size(Points)); ++point)
      for (const Deed &deed : deeds)
        QTest::addRow("%s%s, %s: %s", Mine[size_t(wish)].operation, Mine[size_t(wish)].large ? " large" : "",
                      Points[point].name, deed.name)
            << wish << point << int(&deed - Deeds);
}

void TstOutcomes::toldIsTrue_data() {
  addRows(Deeds);
}

void TstOutcomes::toldIsTrue() {
  QFETCH(int, wish);
  QFETCH(int, point);
  QFETCH(int, deed);
  plant(Mine[size_t(wish)]);
  const OperationRequest wanted = request(Mine[size_t(wish)]);
  const QByteArray words =
      QByteArray(Deeds[deed].words).replace("COMPAREANDSET", m_fixture->scripts->own("compareAndSet")->sha1);
  m_proxy->lieAbout(isTheWrite, {Points[point].point, Deeds[deed].deed, words});
  judge(wanted);
}

void TstOutcomes::toldIsTrueWithoutTheRightToAsk_data() {
  const auto isNoScript = [](const Deed &deed) { return QByteArray(deed.name) == "forged no script"; };
  const auto found = std::find_if(std::begin(Deeds), std::end(Deeds), isNoScript);
  addRows({found, 1});
}

/// Which scripts a server holds cannot be asked by everybody. Then what they write has to be looked at.
void TstOutcomes::toldIsTrueWithoutTheRightToAsk() {
  m_fixture->redis({"ACL", "SETUSER", "default", "-script"});
  toldIsTrue();
  m_fixture->redis({"ACL", "SETUSER", "default", "+script"});
}

/// As after a server's new start: one more question, and no look at what is there.
void TstOutcomes::forgottenScriptsAreSentWhole() {
  QFETCH(int, wish);
  for (const char *right : {"+script", "-script"}) {
    plant(Mine[size_t(wish)]);
    const OperationRequest wanted = request(Mine[size_t(wish)]);
    m_fixture->redis({"SCRIPT", "FLUSH"});
    m_fixture->redis({"ACL", "SETUSER", "default", right});
    QByteArrayList sent;
    m_proxy->lieAbout(
        [&](const QByteArrayList &words) {
          sent << words.value(0);
          return false;
        },
        {});
    judge(wanted, false);
    m_proxy->lieAbout({}, {}); // all that it was told is here by now
    m_fixture->redis({"ACL", "SETUSER", "default", "+script"});
    if (QTest::currentTestFailed())
      return;
    const qsizetype hash = sent.indexOf("EVALSHA"), whole = sent.lastIndexOf("EVAL");
    QVERIFY2(Mine[size_t(wish)].large ? hash < 0 : hash >= 0 && whole > hash, sent.join(' '));
    if (hash >= 0 && right[0] == '+')
      QCOMPARE(sent.mid(hash, 3), (QByteArrayList{"EVALSHA", "SCRIPT", "EVAL"}));
  }
}

/// What somebody else has written is neither what was there nor what was sent, and tells nothing of a write
/// that a look would be after. That the server does not hold the script does.
void TstOutcomes::aForgottenScriptHidesNoConflict() {
  plant(Wishes[0]);
  const OperationRequest wanted = request(Wishes[0]);
  m_fixture->redis({"HSET", m_queue.id.key("1"), "data", "{\"theirs\":1}"});
  m_fixture->redis({"SCRIPT", "FLUSH"});
  const Ended ended = m_fixture->run(wanted);
  QCOMPARE(word(ended), QByteArray("Conflict/changed"));
  QCOMPARE(ended.detail.theirs->data, QByteArray("{\"theirs\":1}"));
}

QTEST_GUILESS_MAIN(TstOutcomes)
#include "tst_outcomes.moc"
