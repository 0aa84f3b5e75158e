// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `Bulk edit`: the preview is there once all changes are whole, and what they would do is seen on samples.
#include "../longtexts/stalls.h"

#include "edits/codec.h"
#include "integration/workspace/shop.h"
#include "ui/dialogs/bulkeditdialog.h"
#include "ui/dialogs/outcomelist.h"
#include "ui/editor/jsoneditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/shortenedfield.h"
#include "workspace/serverlink.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace oxp;
using namespace oxp::test;
using namespace Qt::Literals::StringLiterals;
using edits::TrialJob;

namespace {

std::vector<TrialJob> jobs() {
  return {
      {.id = "104203", .name = "refund", .data = R"({"stage":"paid","apiKey":"abc-secret-1","n":1.10})"},
      {.id = "104199", .name = "capture", .data = R"({"stage":"packing","n":1.10})"},
      {.id = "104198", .name = "capture", .data = R"({"stage":"new","n":7})"},
      {.id = "104170", .name = "ship", .data = R"({"stage":"new","n":"x"})"},
      {.id = "104166", .name = "ship", .bar = TrialJob::Bar::Running},
  };
}

QueueInfo ordersQueue() {
  QueueInfo queue;
  queue.id = Orders;
  return queue;
}

} // namespace

class TestBulkEdit : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void offersThePreviewWhenAllIsWhole();
  void keepsOpenBehindThePreview();
  void triesOnSamples();
  void countsTheRefused();
  void filtersBySumAndByChoice();
  void goesFromChangeToChange();
  void masksInBoth();
  void keepsTheJobThatIsLookedAt();
  void saysWhyThereAreNoSamples();
  void hasTabsWhereItIsNarrow();
  void readsTheJobsOnceThereIsAConnection();
  void canBeReadWhereItDiffers();
  void neverHoldsTheWindow();

private:
  void open(Environment environment = Environment::Local, const Endpoint &endpoint = {});
  ShortenedField *field(const char *name) const {
    return m_dialog->findChild<ShortenedField *>(QLatin1StringView(name));
  }
  void write(const char *path, const char *value) const {
    field("Path")->setText(QString::fromUtf8(path));
    field("Value")->setText(QString::fromUtf8(value));
  }
  QTableView *table() const { return m_dialog->findChild<QTableView *>(u"Samples"_s); }
  OutcomeList *outcome() const { return m_dialog->findChild<OutcomeList *>(); }
  JsonEditor *editor(const char *name) const {
    return m_dialog->findChild<JsonEditor *>(QLatin1StringView(name));
  }
  QPushButton *preview() const { return m_dialog->findChild<QPushButton *>(u"Preview"_s); }
  QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
  QString sum(int row) const {
    return outcome()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
  }
  bool says(const QString &words) const;

  std::unique_ptr<ThemeController> m_theme;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
  std::unique_ptr<BulkEditDialog> m_dialog;
};

void TestBulkEdit::init() {
  m_theme = std::make_unique<ThemeController>(ThemeSetting::Light);
  m_around = std::make_unique<Surroundings>();
}

void TestBulkEdit::cleanup() {
  m_dialog.reset();
  m_session.reset();
  m_around.reset();
  m_theme.reset();
}

void TestBulkEdit::open(Environment environment, const Endpoint &endpoint) {
  Profile profile = profileOf(endpoint);
  profile.environment = environment;
  m_session = std::make_unique<ProfileSession>(m_around->setup(profile));
  DialogSubject subject;
  subject.title = u"Bulk edit"_s;
  subject.object = u"orders / 5 failed jobs"_s;
  m_dialog = std::make_unique<BulkEditDialog>(
      subject, *m_session, Selection{ordersQueue(), Selection::WholeState{JobState::Failed}});
  m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
  m_dialog->resize(1320, 780);
  m_dialog->show();
  QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

bool TestBulkEdit::says(const QString &words) const {
  for (const QLabel *label : m_dialog->findChildren<QLabel *>())
    if (label->isVisible() && label->text().contains(words))
      return true;
  return false;
}

void TestBulkEdit::offersThePreviewWhenAllIsWhole() {
  open();
  QSignalSpy wanted(m_dialog.get(), &BulkEditDialog::previewWanted);
  QVERIFY(!preview()->isEnabled());
  QVERIFY(says(u"Nothing has been written. No change yet."_s));
  QVERIFY2(field("Path")->hasFocus(), "one begins to write at once");
  QTest::keyClicks(field("Path"), u"data.stage"_s);
  QVERIFY(!preview()->isEnabled());
  QCOMPARE(preview()->toolTip(), u"Change 1 lacks a value"_s);
  QTest::keyClicks(field("Value"), u"packing"_s);
  QVERIFY(preview()->isEnabled());
  QVERIFY(preview()->isDefault());
  preview()->click();
  QCOMPARE(wanted.size(), 1);
  QCOMPARE(edits::toJson(wanted[0][0].value<std::vector<edits::Change>>()),
           QByteArray(R"([{"change":"set","path":"stage","value":"packing"}])"));
}

void TestBulkEdit::keepsOpenBehindThePreview() {
  open();
  write("a", "1");
  preview()->click();
  QVERIFY(m_dialog->isVisible());
  QCOMPARE(field("Value")->text(), u"1"_s);
}

void TestBulkEdit::triesOnSamples() {
  open();
  m_dialog->setJobs(jobs());
  QTRY_VERIFY(says(u"Write a change to see it"_s));
  QCOMPARE(outcome()->model()->rowCount(), 0);
  write("data.", "packing");
  QTRY_VERIFY(says(u"Change 1 is wrong. Samples show once"_s));
  write("data.stage", "packing");
  QTRY_VERIFY(table()->isVisible());
  QVERIFY(says(u"Tried on the newest 5"_s));
  QCOMPARE(table()->model()->rowCount(), 5);
  QCOMPARE(cell(0, 0), u"104203"_s);
  QCOMPARE(cell(0, 1), u"refund"_s);
  QVERIFY(cell(0, 2).startsWith(u"1 change"_s));
  QCOMPARE(cell(0, 3), u"stage: paid → packing"_s);
  QCOMPARE(cell(1, 2), u"unchanged"_s);
  QCOMPARE(cell(4, 2), u"refused"_s);
  QCOMPARE(cell(4, 3), u"a worker holds it"_s);
  QTRY_VERIFY(editor("Before")->bytes().contains("\"paid\""));
  QVERIFY(editor("After")->bytes().contains("\"packing\""));
  QVERIFY(editor("Before")->isReadOnly() && editor("After")->isReadOnly());
}

void TestBulkEdit::countsTheRefused() {
  open();
  m_dialog->setJobs(jobs());
  auto *kind = m_dialog->findChild<QComboBox *>(u"Kind"_s);
  kind->setCurrentIndex(kind->findText(u"Increment"_s));
  write("data.n", "0.10");
  QTRY_COMPARE(sum(0), u"3 would change"_s);
  QCOMPARE(sum(1), u"0 stay as they are: they look like this already"_s);
  QCOMPARE(sum(2), u"2 would be refused"_s);
  QStringList reasons{sum(3), sum(4)};
  reasons.sort();
  QCOMPARE(reasons, (QStringList{u"1 a worker holds it"_s, u"1 data.n is not a number"_s}));
  QTRY_VERIFY(editor("After")->bytes().contains("1.20"));
}

void TestBulkEdit::filtersBySumAndByChoice() {
  open();
  m_dialog->setJobs(jobs());
  write("data.stage", "packing");
  QTRY_COMPARE(sum(0), u"3 would change"_s);
  QSignalSpy wanted(m_dialog.get(), &BulkEditDialog::previewWanted);
  auto *choice = m_dialog->findChild<QComboBox *>(u"Show"_s);
  outcome()->setFocus();
  outcome()->setCurrentIndex(outcome()->model()->index(2, 0));
  QTest::keyClick(outcome(), Qt::Key_Return);
  QCOMPARE(table()->model()->rowCount(), 1);
  QCOMPARE(cell(0, 0), u"104166"_s);
  QCOMPARE(choice->currentText(), u"refused"_s);
  QVERIFY2(wanted.isEmpty(), "Return in the list is no wish for the preview");
  choice->setCurrentIndex(2);
  QCOMPARE(table()->model()->rowCount(), 1);
  QCOMPARE(cell(0, 0), u"104199"_s);
  choice->setCurrentIndex(0);
  QCOMPARE(table()->model()->rowCount(), 5);
}

void TestBulkEdit::goesFromChangeToChange() {
  open();
  m_dialog->setJobs(jobs());
  write("data.stage", "packing");
  QTRY_COMPARE(sum(0), u"3 would change"_s);
  QTRY_VERIFY(editor("Before")->bytes().contains("paid"));
  QTest::keyClick(m_dialog.get(), Qt::Key_F7);
  QCOMPARE(table()->currentIndex().row(), 2); // one that does not change is passed over
  QTRY_VERIFY(editor("Before")->bytes().contains("\"new\""));
  QTest::keyClick(m_dialog.get(), Qt::Key_F7, Qt::ShiftModifier);
  QCOMPARE(table()->currentIndex().row(), 0);
  QTRY_VERIFY(editor("Before")->bytes().contains("paid"));
  m_dialog->findChild<QToolButton *>(u"Next change"_s)->click();
  QCOMPARE(table()->currentIndex().row(), 2);
}

void TestBulkEdit::masksInBoth() {
  open(Environment::Production);
  m_dialog->setJobs(jobs());
  write("data.apiKey", "xyz-secret-2");
  QTRY_COMPARE(sum(0), u"4 would change"_s);
  QTRY_VERIFY(editor("Before")->bytes().contains("apiKey"));
  for (const char *name : {"Before", "After"}) {
    QVERIFY(!editor(name)->bytes().contains("secret"));
    QCOMPARE(editor(name)->elisions().size(), 1);
  }
  for (int row = 0; row < 4; ++row)
    QVERIFY2(!cell(row, 3).contains(u"secret"), qPrintable(cell(row, 3)));
}

void TestBulkEdit::keepsTheJobThatIsLookedAt() {
  open();
  m_dialog->setJobs(jobs());
  write("data.stage", "packing");
  QTRY_COMPARE(sum(0), u"3 would change"_s);
  table()->setCurrentIndex(table()->model()->index(2, 0));
  write("data.stage", "sent");
  QTRY_COMPARE(sum(0), u"4 would change"_s);
  QCOMPARE(table()->currentIndex().row(), 2);
  QTRY_VERIFY(editor("After")->bytes().contains("sent"));
}

void TestBulkEdit::saysWhyThereAreNoSamples() {
  open();
  QTRY_VERIFY(says(u"The jobs to try it on could not be read."_s)); // nobody is connected
  write("a", "1");
  QVERIFY2(preview()->isEnabled(), "the preview looks by itself");
  m_dialog->setJobs({});
  QTRY_VERIFY(says(u"There are no jobs to try it on."_s));
}

void TestBulkEdit::hasTabsWhereItIsNarrow() {
  open();
  m_dialog->setJobs(jobs());
  write("data.stage", "packing");
  QTRY_VERIFY(table()->isVisible());
  m_dialog->setMinimumSize(0, 0);
  m_dialog->resize(1000, 640);
  QTRY_VERIFY(!table()->isVisible());
  QVERIFY(outcome()->isVisible());
  emit outcome()->filterWanted({edits::TrialOutcome::Kind::Changes});
  QTRY_VERIFY(table()->isVisible());
  QVERIFY(!outcome()->isVisible());
  m_dialog->resize(1320, 780);
  QTRY_VERIFY(outcome()->isVisible());
}

void TestBulkEdit::readsTheJobsOnceThereIsAConnection() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  for (const char *id : {"1", "2", "3"})
    seedFailed(server, Orders, id, "no");
  open(Environment::Local, server.endpoint());
  QTRY_VERIFY(says(u"could not be read"_s));
  write("data.stage", "packing");
  m_session->link().connectNow();
  QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 3, 20'000);
  QCOMPARE(sum(0), u"3 would change"_s);
  QCOMPARE(cell(0, 3), u"stage added: packing"_s);
}

/// As all text on its ground.
void TestBulkEdit::canBeReadWhereItDiffers() {
  for (const ThemeSetting setting : {ThemeSetting::Light, ThemeSetting::Dark}) {
    m_theme->setSetting(setting);
    const EditorColours colours = editorColours();
    for (const QColor &ground : {colours.addHi, colours.delHi})
      for (const QColor &text : {colours.property, colours.string, colours.number, colours.literal})
        QVERIFY2(contrastRatio(text, ground) >= 4.5, qPrintable(text.name() + ground.name()));
  }
}

/// 50 MB of payloads, tried again and again.
void TestBulkEdit::neverHoldsTheWindow() {
  open();
  QByteArray lines;
  for (int i = 0; i < 1'200; ++i)
    lines += (i ? ",{\"sku\":\"" : "{\"sku\":\"") + QByteArray::number(i) + R"(","text":")" +
             QByteArray(60, 'x') + "\"}";
  std::vector<TrialJob> many;
  for (int i = 0; i < 500; ++i)
    many.push_back(
        {.id = QByteArray::number(i), .name = "ship", .data = R"({"stage":"new","lines":[)" + lines + "]}"});
  QVERIFY(many.front().data.size() > 90'000);
  m_dialog->setJobs(std::move(many));
  const QString held = StallSteps::heldBy([this](StallSteps &steps) {
    write("data.stage", "same");
    QTRY_COMPARE_WITH_TIMEOUT(sum(0), u"500 would change"_s, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(editor("After")->bytes().contains("\"same\""), 20'000);
    steps.note(u"one place"_s);
    write("data.lines[7].sku", "other");
    QTRY_VERIFY_WITH_TIMEOUT(editor("After")->bytes().contains("\"other\""), 60'000);
    steps.note(u"in a list"_s);
    write("data.lines[*].sku", "each");
    QTRY_VERIFY_WITH_TIMEOUT(editor("After")->bytes().count("\"each\"") == 1'200, 60'000);
    steps.note(u"in all of a list"_s);
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

int main(int argc, char **argv) {
  Stalls application(argc, argv);
  TestBulkEdit test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_bulkedit.moc"
