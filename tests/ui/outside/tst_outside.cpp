// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outside/assistant.h"
#include "ui/outside/desktop.h"
#include "ui/window/shop.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

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
  void namesActions();
  void searches();
  void namesTheFilters();
  void goesToAJob();
  void editsAndSaves();
  void takesASaveBackByItsReceipt();
  void findsAndReplaces();
  void changesOneValue();
  void showsTheHistory();
  void settlesAConflict();
  void revealsAndOpensValues();
  void asksBeforeASensitiveChange();
  void saysThatTheJobIsRunning();
  void offersADraft();
  void showsWhyAJobFailed();
  void showsFullTexts();
  void showsTheOverview();
  void showsSchedulersAndFlow();
  void fillsAConnection();
  void showsActivityAndStatus();
  void actsOnSeveral();
  void retries();
  void reconnects();

private:
  /// An entry of a menu, in whatever menu it stands.
  bool choose(const QString &entry) { return m_tool.press(entry, u"menu item"_qs); }
  Accessible editor() { return m_tool.see(u"Job data"_qs); }
  bool typeData(const QString &text);
  bool saves(const QByteArray &expected);
  bool listShows(const QByteArray &id);
  bool goTo(const QByteArray &id, const QString &mark);
  /// Those of these names that are nowhere within something.
  QStringList missing(const QStringList &names, const QString &role, const Accessible &within = {});
  /// The names of a table's columns.
  QStringList headers(const Accessible &table) const;
  /// Puts the caret before everything on the line of a text.
  bool caretBefore(const QString &text);
  bool closesFileDialog(const QString &title);

  Shop m_shop;
  QTemporaryDir m_folder;
  Desktop m_desktop;
  Assistant m_tool;
  QByteArray m_first, m_second, m_failed, m_secret, m_running, m_parent;
};

namespace {

constexpr uint Return = 0xff0d;
const char *const Secret = R"({"order":"ORD-4","password":"hunter2-hunter2"})";

} // namespace

void TestOutside::initTestCase() {
  QVERIFY2(m_shop.server.start(), qPrintable(m_shop.server.error()));
  m_first = m_shop.add("waiting", R"({"order":"ORD-1","amount":10})");
  m_second = m_shop.add("waiting", R"({"order":"ORD-2","amount":20})");
  m_failed = m_shop.add("failed", R"({"order":"ORD-3","amount":30})",
                        {{u"error"_qs, u"CardError: card expired"_qs}});
  m_shop.add("failed", R"({"order":"ORD-6"})");
  m_secret = m_shop.add("waiting", Secret);
  m_running = m_shop.add("active", R"({"order":"ORD-5"})");
  m_parent = m_shop.add("waiting-children", R"({"order":"ORD-7"})");
  m_shop.add("scheduler", R"({"order":"ORD-8"})");
  m_shop.server.run({"SET", m_shop.key(m_running) + ":lock", "somebody", "PX", "600000"});
  const QByteArray line(20'000, 'x');
  m_shop.server.run({"HSET", m_shop.key(m_failed), "failedReason",
                     "CardError: data.order is too old" + QByteArray("\nand so on").repeated(20),
                     "stacktrace", "[\"CardError: " + line + "\\n    at pay (/srv/shop/pay.js:1:1)\"]"});
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
  const Accessible waiting = m_tool.see(u"waiting"_qs, u"page tab"_qs);
  QVERIFY(m_tool.waits(u"its count"_qs, [&] { return m_tool.description(waiting).contains(u'3'); }));
  const QStringList columns = headers(m_tool.see(u"Jobs"_qs, u"table"_qs));
  for (const char *word : {"Id", "Name", "State", "Created", "Processed", "Finished", "Attempts", "Priority",
                           "Due", "Progress", "Size", "Error"})
    QVERIFY2(columns.contains(QLatin1String(word)),
             qPrintable(QLatin1String(word) + u" in "_qs + columns.join(u' ')));
  QVERIFY(m_tool.press(u"waiting"_qs, u"page tab"_qs));
}

void TestOutside::namesActions() {
  QCOMPARE(missing({u"Retry"_qs, u"Promote"_qs, u"Remove"_qs, u"Export"_qs, u"Pause queue"_qs,
                    u"Resume queue"_qs, u"Search"_qs, u"Failures"_qs, u"Refresh"_qs, u"Go to job"_qs},
                   u"menu item"_qs),
           QStringList());
}

/// Text that an assistive tool has put there searches as typed text does.
void TestOutside::searches() {
  const Accessible box = m_tool.see(u"Search jobs"_qs, u"text"_qs);
  QVERIFY(m_tool.setText(box, u"data.order = \"ORD-2\""_qs));
  QVERIFY(listShows(m_second));
  QVERIFY(m_tool.setText(box, {}));
  QVERIFY(!m_tool.see(u"Jobs"_qs, u"table"_qs).isNull());
}

QStringList TestOutside::headers(const Accessible &table) const {
  QStringList headers;
  for (const Accessible &cell : m_tool.children(table))
    if (m_tool.role(cell).endsWith(u"header"_qs))
      headers << m_tool.name(cell);
    else if (!headers.isEmpty())
      break;
  return headers;
}

QStringList TestOutside::missing(const QStringList &names, const QString &role, const Accessible &within) {
  QStringList missing;
  for (const QString &name : names)
    if (m_tool.see(name, role, within).isNull())
      missing << name;
  return missing;
}

void TestOutside::namesTheFilters() {
  const Accessible box = m_tool.see(u"Search jobs"_qs, u"text"_qs);
  QVERIFY(m_tool.setText(box, u"data.order = \"ORD-2\""_qs));
  const Accessible filters = m_tool.see(u"Filters"_qs);
  QVERIFY(!filters.isNull());
  const QList<Accessible> parts = m_tool.children(filters);
  QVERIFY(std::any_of(parts.begin(), parts.end(), [&](const Accessible &part) {
    return m_tool.name(part).startsWith(u"Remove filter: "_qs) && m_tool.role(part) == u"push button"_qs;
  }));
  QCOMPARE(m_tool.nameless(), QStringList()); // the cross of the box is there too
  QVERIFY(m_tool.press(u"Clear filters"_qs));
  QVERIFY(m_tool.waits(u"an empty box"_qs, [&] { return m_tool.text(box).isEmpty(); }));
}

bool TestOutside::goTo(const QByteArray &id, const QString &mark) {
  return choose(u"Go to job"_qs) &&
         m_tool.setText(m_tool.see(u"Go to job"_qs, u"text"_qs), QString::fromUtf8(id)) &&
         m_tool.press(u"Go"_qs) && m_tool.waits(mark, [&] { return m_tool.text(editor()).contains(mark); });
}

void TestOutside::goesToAJob() {
  QVERIFY(goTo(m_first, u"ORD-1"_qs));
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

/// The buttons of a receipt say whose they are.
void TestOutside::takesASaveBackByItsReceipt() {
  const Accessible list = m_tool.see(u"Receipts"_qs, u"list"_qs);
  QVERIFY(!list.isNull());
  const QString id = u'#' + QString::fromUtf8(m_first);
  const QList<Accessible> rows = m_tool.children(list);
  QVERIFY(std::any_of(rows.begin(), rows.end(),
                      [&](const Accessible &row) { return m_tool.name(row).contains(id); }));
  for (const char *button : {"Show", "Undo", "Dismiss"})
    QVERIFY2(m_tool.description(m_tool.see(QLatin1String(button), u"push button"_qs)).contains(id), button);
  QVERIFY(!m_tool.see(u"Dismiss all"_qs, u"push button"_qs).isNull());
  QVERIFY(m_tool.press(u"Undo"_qs));
  QVERIFY(m_tool.press(u"Save changes"_qs));
  QVERIFY(m_tool.waits(u"the old data"_qs,
                       [&] { return m_shop.data(m_first) == R"({"order":"ORD-1","amount":10})"; }));
  QVERIFY(m_tool.press(u"Show"_qs));
  QVERIFY(m_tool.press(u"Dismiss"_qs));
  QVERIFY(m_tool.waits(u"the end of the receipts"_qs,
                       [&] { return m_tool.find(u"Dismiss"_qs, u"push button"_qs).isNull(); }));
  QVERIFY(m_tool.waits(u"the old text"_qs, [&] { return m_tool.text(editor()).contains(u"10"_qs); }));
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

bool TestOutside::caretBefore(const QString &text) {
  const QString all = m_tool.text(editor());
  const qsizetype at = all.indexOf(text);
  return at >= 0 && m_tool.setCaret(editor(), int(all.lastIndexOf(u'\n', at) + 1));
}

bool TestOutside::closesFileDialog(const QString &title) {
  return m_tool.press(u"Cancel"_qs, u"push button"_qs, m_tool.see(title)) &&
         m_tool.waits(u"the end of the dialog"_qs,
                      [&] { return m_tool.find(title, u"file chooser"_qs).isNull(); });
}

void TestOutside::revealsAndOpensValues() {
  m_shop.setData(m_secret, R"({"order":"ORD-4","password":"hunter2-hunter2","note":")" +
                               QByteArray(15'000, 'y') + R"("})");
  QVERIFY(goTo(m_secret, u"ORD-4"_qs));
  QVERIFY(!m_tool.text(editor()).contains(u"hunter2"_qs));
  QVERIFY(caretBefore(u"\"password\""_qs));
  QVERIFY(choose(u"Reveal"_qs));
  QVERIFY(
      m_tool.waits(u"the value"_qs, [&] { return m_tool.text(editor()).contains(u"hunter2-hunter2"_qs); }));
  QVERIFY(caretBefore(u"\"note\""_qs));
  for (const char *action : {"Save value to file", "Replace value from file"}) {
    QVERIFY2(choose(QLatin1String(action)), action);
    QVERIFY2(closesFileDialog(QLatin1String(action)), action);
  }
  QVERIFY(choose(u"Open value"_qs));
  QVERIFY(m_tool.waits(u"the long value"_qs,
                       [&] { return m_tool.text(editor()).contains(QString(15'000, u'y')); }));
}

void TestOutside::asksBeforeASensitiveChange() {
  QVERIFY(typeData(uR"({"order":"ORD-4","password":"swordfish"})"_qs));
  QVERIFY(m_tool.press(u"Save"_qs));
  const Accessible dialog = m_tool.see(u"Review changes"_qs, u"dialog"_qs);
  const QStringList columns = headers(m_tool.see(u"Changes"_qs, u"table"_qs, dialog));
  for (const char *word : {"Path", "Before", "After"})
    QVERIFY2(columns.contains(QLatin1String(word)), qPrintable(columns.join(u' ')));
  QCOMPARE(missing({u"Reveal"_qs, u"Cancel"_qs}, u"push button"_qs, dialog), QStringList());
  QVERIFY(m_tool.setText(m_tool.see(u"Type to confirm"_qs, u"text"_qs, dialog), QString::fromUtf8(m_secret)));
  QVERIFY(m_tool.press(u"Save changes"_qs, u"push button"_qs, dialog));
  QVERIFY(m_tool.waits(u"the new data"_qs, [&] {
    return m_shop.data(m_secret) == R"({"order":"ORD-4","password":"swordfish"})";
  }));
}

void TestOutside::saysThatTheJobIsRunning() {
  QVERIFY(goTo(m_running, u"ORD-5"_qs));
  QVERIFY(typeData(uR"({"order":"ORD-50"})"_qs));
  QVERIFY(m_tool.press(u"Save"_qs));
  const Accessible dialog = m_tool.see(u"Review changes"_qs, u"dialog"_qs);
  QVERIFY(!m_tool.see(u"The job is running"_qs, u"check box"_qs, dialog).isNull());
  QVERIFY(m_tool.press(u"Cancel"_qs, u"push button"_qs, dialog));
  QVERIFY(m_tool.press(u"Discard"_qs));
  QVERIFY(m_tool.waits(u"the old text"_qs, [&] { return !m_tool.text(editor()).contains(u"ORD-50"_qs); }));
}

void TestOutside::offersADraft() {
  const auto leavesTyped = [&] {
    return goTo(m_first, u"ORD-1"_qs) && typeData(uR"({"order":"ORD-1","draft":true})"_qs) &&
           goTo(m_second, u"ORD-2"_qs) && goTo(m_first, u"ORD-1"_qs);
  };
  QVERIFY(leavesTyped());
  QVERIFY(!m_tool.see(u"Discard draft"_qs, u"push button"_qs).isNull());
  QVERIFY(m_tool.press(u"Restore draft"_qs));
  QVERIFY(m_tool.waits(u"the draft"_qs, [&] { return m_tool.text(editor()).contains(u"draft"_qs); }));
  QVERIFY(m_tool.press(u"Discard"_qs));
  QVERIFY(m_tool.waits(u"the old text"_qs, [&] { return !m_tool.text(editor()).contains(u"draft"_qs); }));
  QVERIFY(leavesTyped());
  QVERIFY(m_tool.press(u"Discard draft"_qs));
  QVERIFY(m_tool.waits(u"the end of the draft"_qs,
                       [&] { return m_tool.find(u"Discard draft"_qs, u"push button"_qs).isNull(); }));
}

void TestOutside::showsWhyAJobFailed() {
  QVERIFY(goTo(m_failed, u"ORD-3"_qs));
  QVERIFY(m_tool.press(u"Error"_qs, u"page tab"_qs));
  QVERIFY(m_tool.text(m_tool.see(u"Error reason"_qs)).contains(u"CardError"_qs));
  QCOMPARE(missing({u"Copy error"_qs, u"Show all"_qs, u"Go to value"_qs}, u"push button"_qs), QStringList());
  QCOMPARE(missing({u"Own frames"_qs, u"All frames"_qs, u"Raw text"_qs}, u"radio button"_qs), QStringList());
  QVERIFY(!m_tool.see(u"Attempts"_qs).isNull());
  QCOMPARE(m_tool.nameless(), QStringList());
  QVERIFY(m_tool.press(u"Go to value"_qs));
  QVERIFY(!editor().isNull());
}

/// The buttons of a line of the traces are in its row.
void TestOutside::showsFullTexts() {
  QVERIFY(m_tool.press(u"Error"_qs, u"page tab"_qs));
  const auto ofTheLine = [&](const Accessible &button) {
    return m_tool.description(button).contains(u"xxx"_qs);
  };
  QVERIFY(ofTheLine(m_tool.see(u"Save to file"_qs, u"push button"_qs)));
  const QList<Accessible> all = m_tool.findAll(u"Show all"_qs, u"push button"_qs);
  const auto its = std::find_if(all.begin(), all.end(), ofTheLine);
  QVERIFY(its != all.end());
  QVERIFY(m_tool.press(*its));
  QVERIFY(!m_tool.see(u"Full text"_qs).isNull());
  QCOMPARE(missing({u"Copy"_qs, u"Save to file"_qs, u"Find in this text"_qs}, u"push button"_qs),
           QStringList());
  QVERIFY(m_tool.press(u"Back"_qs));
  QVERIFY(m_tool.press(u"Data"_qs, u"page tab"_qs));
}

void TestOutside::showsTheOverview() {
  QVERIFY(choose(u"Overview"_qs));
  const QStringList columns = headers(m_tool.see(u"Overview"_qs, u"table"_qs));
  for (const char *word : {"Queue", "Waiting", "Active", "Delayed", "Failed", "Failed in the last hour",
                           "Oldest waiting", "Workers", "Version"})
    QVERIFY2(columns.contains(QLatin1String(word)), qPrintable(columns.join(u' ')));
  const Accessible filter = m_tool.see(u"Filter overview"_qs, u"text"_qs);
  QVERIFY(m_tool.setText(filter, u"ord"_qs));
  QVERIFY(!m_tool.see(u"Clear"_qs, u"push button"_qs, filter).isNull());
  QCOMPARE(m_tool.nameless(), QStringList());
  QVERIFY(m_tool.press(u"Clear"_qs, u"push button"_qs, filter));
  QVERIFY(m_tool.waits(u"an empty field"_qs, [&] { return m_tool.text(filter).isEmpty(); }));
}

void TestOutside::showsSchedulersAndFlow() {
  opensAQueueByThePalette();
  QVERIFY(m_tool.press(u"schedulers"_qs, u"page tab"_qs));
  QVERIFY(!m_tool.see(u"Schedulers"_qs, u"table"_qs).isNull());
  QVERIFY(m_tool.press(u"Latest"_qs, u"page tab"_qs));
  QVERIFY(goTo(m_parent, u"ORD-7"_qs));
  QVERIFY(m_tool.press(u"Flow"_qs, u"page tab"_qs));
  QVERIFY(!m_tool.see(u"Flow"_qs, u"tree"_qs).isNull());
  QVERIFY(m_tool.press(u"Data"_qs, u"page tab"_qs));
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
                           "Test connection", "Connect", "Close", "Profiles", "Connect to"})
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

bool TestOutside::listShows(const QByteArray &id) {
  return m_tool.waits(u"the job in the list"_qs, [&] {
    for (const Accessible &cell : m_tool.children(m_tool.find(u"Jobs"_qs, u"table"_qs)))
      if (m_tool.name(cell) == QString::fromUtf8(id))
        return true;
    return false;
  });
}

/// All failed jobs are selected, looked at in the previews, edited, and found among the runs.
void TestOutside::actsOnSeveral() {
  QVERIFY(m_tool.press(u"failed"_qs, u"page tab"_qs));
  QVERIFY(listShows(m_failed));
  QVERIFY(choose(u"Select all matching"_qs));
  const Accessible words = m_tool.see(u"Selected jobs"_qs);
  Accessible bar; // the tab of the pane is called so too
  for (const Accessible &named : m_tool.findAll(u"Selection"_qs))
    if (!m_tool.find(u"Selected jobs"_qs, {}, named).isNull())
      bar = named;
  QVERIFY(!bar.isNull());
  QVERIFY(m_tool.waits(u"the count"_qs,
                       [&] { return m_tool.description(words) == u"All 2 failed selected"_qs; }));
  QCOMPARE(missing({u"Retry"_qs, u"Edit"_qs, u"Remove"_qs, u"Export"_qs, u"Clear selection"_qs},
                   u"push button"_qs, bar),
           QStringList());

  QVERIFY(m_tool.press(u"Remove"_qs, u"push button"_qs, bar));
  const Accessible preview = m_tool.see(u"Remove"_qs, u"dialog"_qs);
  QCOMPARE(missing({u"What becomes of them"_qs, u"Sample"_qs}, u"table"_qs, preview), QStringList());
  QCOMPARE(missing({u"Speed"_qs, u"Which"_qs}, {}, preview), QStringList());
  QVERIFY(m_tool.press(u"Cancel"_qs, u"push button"_qs, preview));

  QVERIFY(m_tool.press(u"Edit"_qs, u"push button"_qs, bar));
  const Accessible form = m_tool.see(u"Bulk edit"_qs, u"dialog"_qs);
  QVERIFY(m_tool.setText(m_tool.see(u"Path"_qs, u"text"_qs, form), u"data.checked"_qs));
  QVERIFY(m_tool.setText(m_tool.see(u"Value"_qs, u"text"_qs, form), u"true"_qs));
  QCOMPARE(missing({u"Changes to make"_qs, u"Add change"_qs, u"Remove change"_qs, u"Outcome of the trial"_qs,
                    u"Samples"_qs, u"Before"_qs, u"After"_qs},
                   {}, form),
           QStringList());
  QVERIFY(m_tool.press(u"Preview"_qs, u"push button"_qs, form));
  const auto isDone = [&] {
    return m_shop.data(m_failed) == R"({"order":"ORD-3","amount":30,"checked":true})";
  };
  QVERIFY(m_tool.waits(u"the edit"_qs, [&] {
    for (const Accessible &dialog : m_tool.findAll(u"Bulk edit"_qs, u"dialog"_qs))
      if (!m_tool.find(u"What becomes of them"_qs, u"table"_qs, dialog).isNull())
        if (const Accessible main = m_tool.find(u"Bulk edit"_qs, u"push button"_qs, dialog);
            !main.isNull() && m_tool.isEnabled(main))
          (void)m_tool.press(main);
    return isDone();
  }));

  QVERIFY(choose(u"Runs"_qs));
  QCOMPARE(missing({u"Runs"_qs, u"Results"_qs}, u"table"_qs), QStringList());
  QCOMPARE(missing({u"Undo"_qs, u"Export"_qs, u"Open job"_qs}, u"push button"_qs), QStringList());
  QVERIFY(!m_tool.see(u"Filter results"_qs, u"text"_qs).isNull());
  QCOMPARE(m_tool.nameless(), QStringList());
  QVERIFY(m_tool.press(u"Back to the jobs"_qs));
}

void TestOutside::retries() {
  QVERIFY(m_tool.press(u"failed"_qs, u"page tab"_qs));
  QVERIFY(listShows(m_failed));
  QVERIFY(goTo(m_failed, u"ORD-3"_qs));
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
  QVERIFY(m_tool.waits(u"the receipt"_qs, [&] {
    const QList<Accessible> links = m_tool.findAll(u"Show"_qs, u"push button"_qs);
    return std::any_of(links.begin(), links.end(), [&](const Accessible &link) {
      return m_tool.description(link).contains(QString::fromUtf8(m_failed));
    });
  }));
  QVERIFY(m_tool.press(u"Next failed job"_qs));
  QVERIFY(m_tool.waits(u"the next one"_qs, [&] { return m_tool.text(editor()).contains(u"ORD-6"_qs); }));
}

/// The last one: the server is gone.
void TestOutside::reconnects() {
  m_shop.server.stop();
  QVERIFY(!m_tool.see(u"Reconnect now"_qs, u"push button"_qs).isNull());
  QVERIFY(!m_tool.find(u"Reconnect now"_qs, u"menu item"_qs).isNull());
  QCOMPARE(m_tool.nameless(), QStringList());
}

QTEST_GUILESS_MAIN(TestOutside)
#include "tst_outside.moc"
