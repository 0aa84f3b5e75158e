// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outcometest.h"

#include "models/receiptsmodel.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QDateTime>
#include <QDialog>
#include <QListView>

#include <algorithm>

namespace oxp::test {
namespace {

using namespace Qt::StringLiterals;

bool is(const Deed &deed, const char *action) {
  return QByteArray(deed.action) == action;
}

bool claims(const Deed &deed, const QString &said) {
  return said.contains(u"did arrive") || said.contains(QLatin1String(deed.done));
}

bool denies(const QString &said) {
  return said.contains(u"othing was changed");
}

} // namespace

bool OutcomeTest::open(std::span<const Deed> deeds) {
  leaveSessionBus();
  if (!m_test.shop.start())
    return false;
  m_proxy = std::make_unique<LyingProxy>(m_test.shop.server.socketPath());
  m_test.shop.add("failed", "{}"); // the library's own, so that its queue is known for one of BullMQ 5
  QSettings(m_test.folder.filePath(u"oxpecker.ini"_s), QSettings::IniFormat)
      .setValue(QLatin1String(setting::PollSeconds.key), 1);
  const QString url = u"unix://%1?name=Shop&environment=local"_s.arg(m_proxy->endpoint().socketPath);
  Person &person = m_test.person;
  if (!person.start(url, m_test.folder.path()) || !person.chooseRow({u"Shop"_s, u"orders"_s}))
    return false;
  return std::all_of(deeds.begin(), deeds.end(), [&](const Deed &deed) { return rehearse(deed); });
}

bool OutcomeTest::rehearse(const Deed &deed) {
  const auto before = m_test.shop.events().size();
  const bool done = prepare(deed) && carryOut(deed) &&
                    m_test.person.waits(deed.done, [&] { return isChanged(deed) && claims(deed, told()); });
  m_announces[deed.action] = m_test.shop.events().size() - before;
  return done && m_announces[deed.action] > 0;
}

/// A new job as a library leaves it; its id.
QByteArray OutcomeTest::plant(const QByteArray &state) {
  const QByteArray id = "job-" + QByteArray::number(++m_last), key = m_test.shop.key(id);
  const QByteArray stamp = QByteArray::number(1'700'000'000'000 + m_last);
  RedisServer &server = m_test.shop.server;
  server.run({"HSET", key, "name", "checkout", "data", "{\"to\":\"12 Long Road\"}", "timestamp", stamp,
              "opts", "{}"});
  if (state == "failed")
    server.run(
        {"HSET", key, "finishedOn", "1700000000009", "processedOn", "1700000000008", "failedReason", "no"});
  // A delayed one is due tomorrow: its score holds the time above twelve bits.
  const qint64 due = QDateTime::currentMSecsSinceEpoch() + 86'400'000;
  server.run(
      {"ZADD", "bull:orders:" + state, state == "failed" ? stamp : QByteArray::number(due * 4'096), id});
  return id;
}

/// With its data in the editor, and its state known.
bool OutcomeTest::openJob(const Deed &deed) {
  Person &person = m_test.person;
  const QString name = is(deed, "Save") ? u"Retry"_s : QLatin1String(deed.action);
  const auto fits = [&] {
    const auto actions = person.window()->QWidget::actions();
    return std::any_of(actions.begin(), actions.end(), [&](const QAction *action) {
      return action->text().remove(u'&') == name && action->isEnabled();
    });
  };
  const auto isOpen = [&] { return person.sees(u"Job data"_s) && person.text().contains("12 Long Road"); };
  return person.goTo(m_id) && person.waits("the job", isOpen) && person.waits("its state", fits);
}

void OutcomeTest::plantQueue(bool paused) {
  RedisServer &server = m_test.shop.server;
  server.run({"DEL", "bull:orders:wait", "bull:orders:paused"});
  server.run({"LPUSH", paused ? "bull:orders:paused" : "bull:orders:wait", "job-1"});
  server.run(paused ? std::vector<QByteArray>{"HSET", "bull:orders:meta", "paused", "1"}
                    : std::vector<QByteArray>{"HDEL", "bull:orders:meta", "paused"});
}

/// Dismisses all that was told.
void OutcomeTest::clear() {
  for (Banner *banner : m_test.person.window()->findChildren<Banner *>())
    banner->clear();
  if (auto *list = receipts())
    qobject_cast<ReceiptsModel *>(list->model())->dismissAll();
}

/// Makes what the deed is about.
bool OutcomeTest::prepare(const Deed &deed) {
  m_id = *deed.state ? plant(deed.state) : QByteArray();
  if (m_id.isEmpty())
    plantQueue(is(deed, "Resume queue"));
  const bool ready = m_id.isEmpty() || openJob(deed);
  clear();
  return ready && (!is(deed, "Save") || m_test.person.retype(u"12 Long"_s, u"7 Short"_s));
}

bool OutcomeTest::carryOut(const Deed &deed) {
  Person &person = m_test.person;
  const QString name = QLatin1String(deed.action);
  if (is(deed, "Save"))
    return person.press(name);
  if (!person.command(name))
    return false;
  if (!is(deed, "Remove"))
    return true;
  QDialog *dialog = nullptr;
  return person.waits("the question", [&] {
    dialog = person.window()->findChild<QDialog *>(name);
    return dialog && dialog->isVisible();
  }) && person.press(name, dialog);
}

bool OutcomeTest::isChanged(const Deed &deed) {
  RedisServer &server = m_test.shop.server;
  if (is(deed, "Save"))
    return m_test.shop.data(m_id).contains("7 Short");
  if (is(deed, "Remove"))
    return m_test.shop.job(m_id).isEmpty();
  if (!m_id.isEmpty())
    return server.run({"ZSCORE", "bull:orders:" + QByteArray(deed.state), m_id}).isNil();
  return (server.run({"HEXISTS", "bull:orders:meta", "paused"}).integer == 1) == is(deed, "Pause queue");
}

QListView *OutcomeTest::receipts() const {
  return m_test.person.window()->findChild<QListView *>(u"Receipts"_s);
}

/// All that the window says since clear(): its notices, and its receipt.
QString OutcomeTest::told() const {
  QStringList words = m_test.person.notices();
  if (const QListView *list = receipts(); list && list->isVisible())
    words << list->model()->index(0, 0).data().toString();
  return words.join(u" | "_s);
}

void OutcomeTest::judge(const Deed &deed, const Lie &lie) {
  QVERIFY(prepare(deed));
  QVERIFY(!isChanged(deed));
  const auto events = m_test.shop.events().size();
  m_proxy->lieAbout(isScript, lie);
  QVERIFY(carryOut(deed));
  QVERIFY(m_test.person.waits("the end", [&] {
    const QString said = told();
    return m_proxy->hasLied() && (claims(deed, said) || denies(said)) && !said.contains(u"not known yet");
  }));
  const QString said = told();
  const bool changed = isChanged(deed);
  QVERIFY2(claims(deed, said) == changed && denies(said) != changed, qPrintable(said));
  QVERIFY2(changed || lie.point != Lie::AfterThem, "the script was to run");
  QCOMPARE(m_test.shop.events().size() - events, changed ? m_announces[deed.action] : 0); // and never twice
  QVERIFY2(!said.contains(u"SPDX") && !said.contains(u"7 Short"), qPrintable(said));
}

} // namespace oxp::test
