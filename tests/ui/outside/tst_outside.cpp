// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outside/assistant.h"
#include "ui/outside/desktop.h"
#include "ui/window/shop.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oxp::test;

/// The program as a screen reader or a test of somebody else's has it: found by names, filled and pressed by
/// AT-SPI alone, and what that does is looked up in Redis.
class TestOutside : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void showsItsWindow();
  void filtersQueues();
  void opensAQueueByThePalette();
  void namesTabsAndHeaders();
  void searches();
  void goesToAJob();
  void editsAndSaves();
  void findsAndReplaces();
  void changesOneValue();
  void showsTheHistory();
  void settlesAConflict();
  void fillsAConnection();
  void showsActivityAndStatus();
  void retries();

private:
  /// An entry of a menu, in whatever menu it stands.
  bool choose(const QString &entry) { return m_tool.press(entry, u"menu item"_qs); }
  Accessible editor() { return m_tool.see(u"Job data"_qs); }
  bool typeData(const QString &text);
  bool saves(const QByteArray &expected);

  Shop m_shop;
  QTemporaryDir m_folder;
  Desktop m_desktop;
  Assistant m_tool;
  QByteArray m_first, m_second, m_failed;
};

namespace {

constexpr uint Return = 0xff0d;

} // namespace

void TestOutside::initTestCase() {
  QVERIFY2(m_shop.server.start(), qPrintable(m_shop.server.error()));
  m_first = m_shop.add("waiting", R"({"order":"ORD-1","amount":10})");
  m_second = m_shop.add("waiting", R"({"order":"ORD-2","amount":20})");
  m_failed = m_shop.add("failed", R"({"order":"ORD-3","amount":30})",
                        {{u"error"_qs, u"CardError: card expired"_qs}});
  QVERIFY2(m_desktop.start({1440, 900}, QStringLiteral(OXP_PROGRAM),
                           {u"--new-instance"_qs, u"--data-dir"_qs, m_folder.path(), u"--lang"_qs, u"en"_qs,
                            u"--size"_qs, u"1440x900"_qs, m_shop.url("staging")}),
           qPrintable(m_desktop.error()));
  QVERIFY2(m_tool.connectTo(m_desktop.busAddress(), u"oxpecker"_qs), m_desktop.words().constData());
}

void TestOutside::showsItsWindow() {
  const QList<Accessible> windows = m_tool.children(m_tool.program());
  QVERIFY(!windows.isEmpty());
  QVERIFY(m_tool.name(windows.front()).contains(u"Oxpecker"_qs));
  QVERIFY(!m_tool.see(u"Queues"_qs, u"tree"_qs).isNull());
}

void TestOutside::filtersQueues() {
  const Accessible filter = m_tool.see(u"Filter queues"_qs, u"text"_qs);
  const Accessible tree = m_tool.see(u"Queues"_qs, u"tree"_qs);
  const auto names = [&] {
    QStringList all;
    for (const Accessible &cell : m_tool.children(tree))
      all << m_tool.name(cell);
    return all;
  };
  QVERIFY(m_tool.setText(filter, u"ord"_qs));
  QVERIFY(m_tool.waits(u"the queue"_qs, [&] { return names().contains(u"orders"_qs); }));
  QVERIFY(m_tool.setText(filter, u"no such queue"_qs));
  QVERIFY(m_tool.waits(u"an empty tree"_qs, [&] { return !names().contains(u"orders"_qs); }));
  QVERIFY(m_tool.setText(filter, {}));
}

void TestOutside::opensAQueueByThePalette() {
  QVERIFY(choose(u"Command palette"_qs));
  const Accessible field = m_tool.see(u"Command palette"_qs, u"text"_qs);
  QVERIFY(m_tool.setText(field, u"orders"_qs));
  QVERIFY(m_tool.focus(field));
  QVERIFY(m_tool.key(Return));
  QVERIFY(!m_tool.see(u"Jobs"_qs, u"table"_qs).isNull());
  QVERIFY(m_tool.waits(u"the palette's end"_qs,
                       [&] { return m_tool.find(u"Command palette"_qs, u"text"_qs).isNull(); }));
}

void TestOutside::namesTabsAndHeaders() {
  for (const char *word : {"Latest", "waiting", "active", "delayed", "prioritized", "waiting-children",
                           "completed", "failed", "schedulers"})
    QVERIFY2(!m_tool.see(QLatin1String(word), u"page tab"_qs).isNull(), word);
  const Accessible table = m_tool.see(u"Jobs"_qs, u"table"_qs);
  QStringList headers;
  for (const Accessible &cell : m_tool.children(table))
    if (m_tool.role(cell).endsWith(u"header"_qs))
      headers << m_tool.name(cell);
    else if (!headers.isEmpty())
      break;
  for (const char *word : {"Id", "Name", "State", "Created", "Processed", "Finished", "Attempts", "Priority",
                           "Due", "Progress", "Size", "Error"})
    QVERIFY2(headers.contains(QLatin1String(word)),
             qPrintable(QLatin1String(word) + u" in "_qs + headers.join(u' ')));
  QVERIFY(m_tool.press(u"waiting"_qs, u"page tab"_qs));
}

/// Text that an assistive tool has put there searches as typed text does.
void TestOutside::searches() {
  const Accessible box = m_tool.see(u"Search jobs"_qs, u"text"_qs);
  QVERIFY(m_tool.setText(box, u"data.order = \"ORD-2\""_qs));
  const auto hit = [&] {
    const Accessible table = m_tool.find(u"Jobs"_qs, u"table"_qs);
    for (const Accessible &cell : m_tool.children(table))
      if (m_tool.name(cell) == QString::fromUtf8(m_second))
        return true;
    return false;
  };
  QVERIFY(m_tool.waits(u"the job that was searched"_qs, hit));
  QVERIFY(m_tool.setText(box, {}));
  QVERIFY(!m_tool.see(u"Jobs"_qs, u"table"_qs).isNull());
}

void TestOutside::goesToAJob() {
  QVERIFY(choose(u"Go to job"_qs));
  QVERIFY(m_tool.setText(m_tool.see(u"Go to job"_qs, u"text"_qs), QString::fromUtf8(m_first)));
  QVERIFY(m_tool.press(u"Go"_qs));
  QVERIFY(m_tool.waits(u"the data"_qs, [&] { return m_tool.text(editor()).contains(u"ORD-1"_qs); }));
  for (const char *tab : {"Data", "Error", "Result", "Options", "Logs", "Flow", "History", "Raw"})
    QVERIFY2(!m_tool.see(QLatin1String(tab), u"page tab"_qs).isNull(), tab);
  for (const char *button : {"Save", "Discard", "Format", "Minify"})
    QVERIFY2(!m_tool.see(QLatin1String(button), u"push button"_qs).isNull(), button);
  QVERIFY(!m_tool.see(u"Validity"_qs).isNull());
}

bool TestOutside::typeData(const QString &text) {
  const Accessible place = editor();
  return m_tool.setText(place, text) && m_tool.text(place) == text;
}

/// Presses Save and what the review asks for.
bool TestOutside::saves(const QByteArray &expected) {
  return m_tool.press(u"Save"_qs) && !m_tool.see(u"Review changes"_qs, u"dialog"_qs).isNull() &&
         !m_tool.see(u"Changes"_qs, u"table"_qs).isNull() && m_tool.press(u"Save changes"_qs) &&
         m_tool.waits(u"the job's new data"_qs, [&] { return m_shop.data(m_first) == expected; });
}

void TestOutside::editsAndSaves() {
  QVERIFY(typeData(uR"({"order":"ORD-1","amount":11})"_qs));
  QVERIFY(m_tool.press(u"Format"_qs));
  QVERIFY(m_tool.waits(u"lines"_qs, [&] { return m_tool.text(editor()).contains(u'\n'); }));
  QVERIFY(m_tool.press(u"Discard"_qs));
  QVERIFY(m_tool.waits(u"the old text"_qs, [&] { return m_tool.text(editor()).contains(u"10"_qs); }));
  QVERIFY(typeData(uR"({"order":"ORD-1","amount":11})"_qs));
  QVERIFY(saves(R"({"order":"ORD-1","amount":11})"));
  QVERIFY(!m_tool.see(u"Notice"_qs).isNull());
}

void TestOutside::findsAndReplaces() {
  QVERIFY(m_tool.focus(editor()));
  QVERIFY(choose(u"Find and replace"_qs));
  QVERIFY(m_tool.setText(m_tool.see(u"Find"_qs, u"text"_qs), u"ORD-1"_qs));
  QVERIFY(m_tool.setText(m_tool.see(u"Replace with"_qs, u"text"_qs), u"ORD-9"_qs));
  for (const char *button : {"Next", "Previous", "Replace"})
    QVERIFY2(!m_tool.see(QLatin1String(button), u"push button"_qs).isNull(), button);
  QVERIFY(m_tool.press(u"Replace all"_qs));
  QVERIFY(m_tool.waits(u"the new word"_qs, [&] { return m_tool.text(editor()).contains(u"ORD-9"_qs); }));
  QVERIFY(m_tool.press(u"Discard"_qs));
}

void TestOutside::changesOneValue() {
  QVERIFY(m_tool.focus(editor()));
  QVERIFY(m_tool.setCaret(editor(), int(m_tool.text(editor()).indexOf(u"ORD-1"_qs))));
  QVERIFY(choose(u"Change value…"_qs));
  QVERIFY(!m_tool.see(u"Change value"_qs, u"dialog"_qs).isNull());
  QVERIFY(m_tool.setText(m_tool.see(u"New value"_qs, u"text"_qs), u"ORD-8"_qs));
  QVERIFY(m_tool.press(u"Change"_qs));
  QVERIFY(m_tool.waits(u"the value"_qs, [&] { return m_tool.text(editor()).contains(u"ORD-8"_qs); }));
  QVERIFY(m_tool.press(u"Discard"_qs));
}

void TestOutside::showsTheHistory() {
  QVERIFY(m_tool.press(u"History"_qs, u"page tab"_qs));
  QVERIFY(!m_tool.see(u"Changes of this job"_qs).isNull());
  QVERIFY(!m_tool.see(u"Revert"_qs, u"push button"_qs).isNull());
  QVERIFY(m_tool.press(u"Data"_qs, u"page tab"_qs));
}

void TestOutside::settlesAConflict() {
  QVERIFY(typeData(uR"({"order":"ORD-1","amount":12})"_qs));
  m_shop.setData(m_first, R"({"order":"ORD-1","amount":99})");
  QVERIFY(m_tool.press(u"Save"_qs));
  QVERIFY(m_tool.waits(u"the review or the conflict"_qs, [&] {
    return !m_tool.find(u"Save changes"_qs, u"push button"_qs).isNull() ||
           !m_tool.find(u"Job changed meanwhile"_qs, u"dialog"_qs).isNull();
  }));
  if (!m_tool.find(u"Save changes"_qs, u"push button"_qs).isNull())
    QVERIFY(m_tool.press(u"Save changes"_qs));
  const Accessible dialog = m_tool.see(u"Job changed meanwhile"_qs, u"dialog"_qs);
  QVERIFY(!dialog.isNull());
  for (const char *name : {"Mine", "Theirs", "Merged", "Take mine", "Take theirs", "Next conflict",
                           "Previous conflict", "Save merged", "Cancel"})
    QVERIFY2(!m_tool.see(QLatin1String(name), {}, dialog).isNull(), name);
  QVERIFY(m_tool.press(u"Keep theirs"_qs, u"push button"_qs, dialog));
  QVERIFY(m_tool.waits(u"theirs in the editor"_qs, [&] { return m_tool.text(editor()).contains(u"99"_qs); }));
  QCOMPARE(m_shop.data(m_first), QByteArray(R"({"order":"ORD-1","amount":99})"));
}

/// What was set by a tool counts as typed: the password too.
void TestOutside::fillsAConnection() {
  QVERIFY(choose(u"Add connection…"_qs));
  const Accessible dialog = m_tool.see(u"Connections"_qs, u"dialog"_qs);
  QVERIFY(!dialog.isNull());
  const auto fill = [&](const QString &field, const QString &text) {
    return m_tool.setText(m_tool.see(field, {}, dialog), text);
  };
  QVERIFY(fill(u"Name"_qs, u"Second"_qs));
  QVERIFY(fill(u"Socket"_qs, m_shop.server.socketPath()));
  for (const char *name : {"Host", "Port", "Database", "User", "Prefixes", "Environment", "Role",
                           "Test connection", "Connect", "Close"})
    QVERIFY2(!m_tool.see(QLatin1String(name), {}, dialog).isNull(), name);
  QVERIFY(m_tool.press(u"Save profile"_qs, u"push button"_qs, dialog));
  QVERIFY(fill(u"Password"_qs, u"secret"_qs));
  QVERIFY(m_tool.waits(u"a password to save"_qs, [&] {
    return m_tool.isEnabled(m_tool.find(u"Save profile"_qs, u"push button"_qs, dialog));
  }));
  QVERIFY(fill(u"Password"_qs, {}));
  QVERIFY(m_tool.press(u"Test connection"_qs, u"push button"_qs, dialog));
  QVERIFY(!m_tool.see(u"Notice"_qs, {}, dialog).isNull());
  QVERIFY(m_tool.press(u"Close"_qs, u"push button"_qs, dialog));
}

void TestOutside::showsActivityAndStatus() {
  QVERIFY(!m_tool.see(u"Connection"_qs).isNull());
  QVERIFY(!m_tool.see(u"Role"_qs).isNull());
  QVERIFY(choose(u"Activity"_qs));
  QVERIFY(!m_tool.see(u"Activity"_qs, u"filler"_qs).isNull());
}

void TestOutside::retries() {
  QVERIFY(choose(u"Go to job"_qs));
  QVERIFY(m_tool.setText(m_tool.see(u"Go to job"_qs, u"text"_qs), QString::fromUtf8(m_failed)));
  QVERIFY(m_tool.press(u"Go"_qs));
  QVERIFY(m_tool.waits(u"the data"_qs, [&] { return m_tool.text(editor()).contains(u"ORD-3"_qs); }));
  QVERIFY(!m_tool.see(u"Save and retry"_qs, u"push button"_qs).isNull());
  QVERIFY(m_tool.press(u"Retry"_qs));
  const auto waits = [&] { return m_shop.waiting().contains(m_failed); };
  QVERIFY(m_tool.waits(u"the job in waiting"_qs, [&] {
    // On staging an operation may ask first.
    const Accessible dialog = m_tool.find(u"Retry"_qs, u"dialog"_qs);
    if (!dialog.isNull())
      (void)m_tool.press(u"Retry"_qs, u"push button"_qs, dialog);
    return waits();
  }));
}

QTEST_GUILESS_MAIN(TestOutside)
#include "tst_outside.moc"
