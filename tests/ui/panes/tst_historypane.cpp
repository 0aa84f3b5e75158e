// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditstore.h"
#include "bullio/scriptregistry.h"
#include "models/historymodel.h"
#include "ui/dialogs/changesmodel.h"
#include "ui/panes/historypane.h"
#include "ui/widgets/fulltextpanel.h"
#include "ui/widgets/fulltextview.h"
#include "workspace/sessionsetup.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace oxp;

namespace {

bool isSecret(const QByteArray &key) {
  return key == "token";
}

} // namespace

/// What the history of a job shows of changes without a keychain.
class TestHistoryPane : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void showsAndRevertsAround();
  void saysWhatIsNotKept();
  void asksForLargePayloads();
  void showsAValueInFull();
  void offersNoRevealToAViewer_data();
  void offersNoRevealToAViewer();

private:
  void openSession(Environment environment, Role role);
  void add(const QByteArray &before, const json::Splice &splice);
  /// The values that show, as `kind path before after` a line.
  QStringList shown() const;
  QString note() const;
  QPushButton *button(const char *name) const {
    return m_pane->findChild<QPushButton *>(QLatin1String(name));
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<AuditStore> m_store;
  std::unique_ptr<ProfileSession> m_session;
  std::unique_ptr<HistoryPane> m_pane;
  ScriptRegistry m_scripts;
};

void TestHistoryPane::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  AuditStore::Options options;
  options.folder = m_folder->path();
  options.sensitiveKey = isSecret;
  m_store = std::make_unique<AuditStore>(options);
  openSession(Environment::Local, Role::Operator);
  m_pane = std::make_unique<HistoryPane>();
  m_pane->setStore(m_store.get());
}

void TestHistoryPane::openSession(Environment environment, Role role) {
  SessionSetup setup;
  setup.profile.id = QStringLiteral("p1");
  setup.profile.environment = environment;
  setup.profile.role = role;
  setup.audit = m_store.get();
  setup.scripts = &m_scripts;
  setup.rules = policy::builtInRules();
  m_session = std::make_unique<ProfileSession>(setup);
}

void TestHistoryPane::cleanup() {
  m_pane.reset();
  m_session.reset();
  m_store.reset();
}

void TestHistoryPane::add(const QByteArray &before, const json::Splice &splice) {
  audit::Record record;
  record.profileId = QStringLiteral("p1");
  record.queue = {"bull", "orders"};
  record.jobId = "7";
  record.operation = "job.updateData";
  record.before.emplace().bytes = before;
  record.after.emplace().bytes = json::apply(before, {splice});
  record.splices = {splice};
  const auto begun = m_store->begin(record);
  QVERIFY(begun);
  QVERIFY(m_store->finish(begun->id, audit::Outcome::Done, nullptr));
  JobContext context;
  context.session = m_session.get();
  context.queue.id = record.queue;
  context.jobId = record.jobId;
  m_pane->setJob(context, {});
}

QStringList TestHistoryPane::shown() const {
  const QAbstractItemModel *model = nullptr;
  for (const QTableView *table : m_pane->findChildren<QTableView *>())
    if (!qobject_cast<const HistoryModel *>(table->model()))
      model = table->model();
  QStringList lines;
  for (int row = 0; row < model->rowCount(); ++row) {
    QStringList cells;
    for (int column = 0; column < 4; ++column)
      cells << model->index(row, column).data().toString();
    lines << cells.join(u' ').simplified();
  }
  return lines;
}

QString TestHistoryPane::note() const {
  return m_pane->findChild<QLabel *>(QStringLiteral("History note"))->text();
}

void TestHistoryPane::showsAndRevertsAround() {
  add(R"({"a":1,"token":"hidden"})", {5, 1, "2"});
  QTRY_COMPARE(shown().size(), 1);
  QVERIFY2(shown()[0].contains(u"1 2"), qPrintable(shown()[0]));
  QCOMPARE(note(), u"Sensitive values are left out: there is no keychain to seal them with."_qs);
  QVERIFY(button("Revert")->isEnabled());
  QSignalSpy wanted(m_pane.get(), &HistoryPane::revertWanted);
  button("Revert")->click();
  QCOMPARE(wanted.size(), 1);
}

void TestHistoryPane::saysWhatIsNotKept() {
  add(R"({"a":1,"token":"hidden"})", {16, 6, "other"});
  QTRY_VERIFY2(note().contains(u"not enough to revert"), qPrintable(note()));
  QVERIFY(!button("Revert")->isEnabled());
  QVERIFY(shown().isEmpty());
}

void TestHistoryPane::asksForLargePayloads() {
  add("{\"a\":1,\"b\":\"" + QByteArray(200'000, 'x') + "\"}", {5, 1, "2"});
  QTRY_COMPARE(shown().size(), 1);
  QCOMPARE(note(), QString());
  QVERIFY(button("Revert")->isEnabled());
  QSignalSpy wanted(m_pane.get(), &HistoryPane::revertWanted);
  button("Revert")->click();
  QCOMPARE(wanted.size(), 1);
  QVERIFY(wanted[0][0].value<audit::Record>().before.has_value());
}

void TestHistoryPane::showsAValueInFull() {
  const QByteArray text = '"' + QByteArray(30'000, 'x') + '"';
  add(R"({"note":"short"})", {8, 7, text});
  QTRY_COMPARE(shown().size(), 1);
  QTableView *changes = nullptr;
  for (QTableView *table : m_pane->findChildren<QTableView *>())
    if (qobject_cast<ChangesModel *>(table->model()))
      changes = table;
  QVERIFY(changes->model()->index(0, ChangesModel::After).data().toString().size() < 600);
  emit changes->activated(changes->model()->index(0, ChangesModel::After));
  const auto *place = m_pane->findChild<FullTextPlace *>();
  QVERIFY(place->isOpen());
  QCOMPARE(place->panel()->view()->text(), text);
  m_pane->clearJob();
  QVERIFY(!place->isOpen());
}

void TestHistoryPane::offersNoRevealToAViewer_data() {
  QTest::addColumn<Role>("role");
  QTest::addColumn<bool>("reveals");
  QTest::newRow("viewer") << Role::Viewer << false;
  QTest::newRow("operator") << Role::Operator << true;
}

void TestHistoryPane::offersNoRevealToAViewer() {
  QFETCH(Role, role);
  QFETCH(bool, reveals);
  openSession(Environment::Production, role);
  add(R"({"password":"hidden"})", {13, 6, "another"});
  QTRY_COMPARE(shown().size(), 1);
  QVERIFY2(!shown()[0].contains(u"hidden"), qPrintable(shown()[0]));
  QCOMPARE(!button("Reveal")->isHidden(), reveals);
  QCOMPARE(note().contains(u"Your role may not reveal masked values."), !reveals);
}

QTEST_MAIN(TestHistoryPane)
#include "tst_historypane.moc"
