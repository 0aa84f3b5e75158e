// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchresultsmodel.h"

#include "models/jobcells.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <random>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;
using search::Found;

namespace {

const QueueInfo Orders{{"bull", "orders"}, Family::BullMq5, "5.81.5", false, {}};
const QueueInfo Mail{{"bull", "mail"}, Family::BullMq5, "5.81.5", false, {}};

SearchHit hit(const QByteArray &id, const QueueInfo &queue = Orders) {
  SearchHit out;
  out.queue = queue;
  out.row.id = id;
  out.row.name = "order";
  out.row.state = JobState::Failed;
  return out;
}

SearchHit withValue(const QByteArray &id, Found value, bool masked = false) {
  SearchHit out = hit(id);
  out.values = {std::move(value)};
  out.masked = {masked};
  return out;
}

SearchHit withProgress(const QByteArray &id, const QByteArray &progress) {
  SearchHit out = hit(id);
  out.row.progress = progress;
  return out;
}

std::vector<search::Path> paths(const char *text) {
  return {*search::parsePath(QString::fromLatin1(text))};
}

/// Ids in the order of the rows.
QByteArray ids(const SearchResultsModel &model) {
  QByteArrayList out;
  for (int row = 0; row < model.rowCount(); ++row)
    out << model.hitAt(row)->row.id;
  return out.join(' ');
}

/// A few thousand hits with what real ones have; `times` of each.
std::vector<SearchHit> randomHits(std::mt19937 &dice, int count) {
  const QByteArrayList progress{"", "0", "5", "33.5", "33.25", "1e2", "100", R"({"done":3})", "half"};
  std::vector<SearchHit> hits;
  for (int i = 0; i < count; ++i) {
    SearchHit out = hit(QByteArray::number(i), dice() % 2 ? Orders : Mail);
    out.row.attemptsMade = int(dice() % 4);
    out.row.priority = dice() % 3;
    out.row.created = dice() % 5 == 0 ? 0 : 1'760'000'000'000 + dice() % 1'000;
    out.row.due = dice() % 2 == 0 ? 0 : 1'760'000'000'000 + dice() % 100;
    out.row.size = qint64(dice() % 500);
    out.row.progress = progress[qsizetype(dice() % quint32(progress.size()))];
    out.row.error = dice() % 3 == 0 ? QByteArray() : "Error: " + QByteArray::number(dice() % 200);
    const QByteArray number = QByteArray::number(dice() % 300);
    out.values = {dice() % 4 == 0   ? Found{}
                  : dice() % 2 == 0 ? Found{Found::Kind::Number, number + (dice() % 2 ? ".50" : "")}
                                    : Found{Found::Kind::String, "ORD-" + number}};
    out.masked = {false};
    hits.push_back(std::move(out));
  }
  return hits;
}

/// The plain meaning of a column's order: what a missing value is, then values by search::compare.
Found keyOf(const SearchHit &hit, int column) {
  const auto number = [](qint64 value) { return Found{Found::Kind::Number, QByteArray::number(value)}; };
  const auto moment = [&](qint64 ms) { return ms == 0 ? Found{} : number(ms); };
  const auto text = [](const QByteArray &bytes) {
    return bytes.isEmpty() ? Found{} : Found{Found::Kind::String, bytes};
  };
  if (column == SearchResultsModel::FirstPathColumn)
    return hit.values[0];
  if (column == SearchResultsModel::QueueColumn)
    return text(hit.queue.id.name);
  switch (JobColumn(column)) {
  case JobColumn::Id:
    return text(hit.row.id);
  case JobColumn::Created:
    return moment(hit.row.created);
  case JobColumn::Due:
    return moment(hit.row.due);
  case JobColumn::Attempts:
    return number(hit.row.attemptsMade);
  case JobColumn::Priority:
    return number(hit.row.priority);
  case JobColumn::Size:
    return number(hit.row.size);
  case JobColumn::Error:
    return text(hit.row.error);
  case JobColumn::Progress:
    if (hit.row.progress.isEmpty())
      return number(0);
    if (hit.row.progress.startsWith('{'))
      return {Found::Kind::Container, hit.row.progress};
    return {hit.row.progress == "half" ? Found::Kind::String : Found::Kind::Number, hit.row.progress};
  default:
    return {};
  }
}

QByteArray expectedOrder(std::vector<SearchHit> hits, int column, bool descending) {
  std::stable_sort(hits.begin(), hits.end(), [&](const SearchHit &left, const SearchHit &right) {
    const Found a = keyOf(left, column), b = keyOf(right, column);
    if (a.kind == Found::Kind::Missing || b.kind == Found::Kind::Missing)
      return a.kind != Found::Kind::Missing;
    return descending ? search::compare(b, a) < 0 : search::compare(a, b) < 0;
  });
  QByteArrayList out;
  for (const SearchHit &each : hits)
    out << each.row.id;
  return out.join(' ');
}

} // namespace

class TestSearchResults : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }
  void fillsAsHitsCome();
  void sortsLikeThePlainReference_data();
  void sortsLikeThePlainReference();
  void comparesProgressByValue();
  void sortsManyInTheBackground();
  void sortsWhatCameMeanwhileToo();
  void dropsASortThatIsNoLongerWanted();
  void keepsChosenRowsWhileItSorts();
  void masksCells();
  void takesNewFactsWhereTheRowIs();
  void forgetsTheOrderOfAnotherPath();
  void leavesTheThreadOfTheWindowAlone();
};

void TestSearchResults::fillsAsHitsCome() {
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin(paths("data.sum"));
  QCOMPARE(model.columnCount(), SearchResultsModel::FirstPathColumn + 1);
  QCOMPARE(model.headerData(SearchResultsModel::FirstPathColumn, Qt::Horizontal).toString(), u"data.sum"_s);
  model.append({withValue("1", {Found::Kind::Number, "1.10"}), withValue("2", {})});
  model.append({});
  model.append({withValue("3", {Found::Kind::String, "x\ny"})});
  QCOMPARE(ids(model), "1 2 3");
  QCOMPARE(model.index(0, SearchResultsModel::FirstPathColumn).data().toString(), u"1.10"_s);
  QCOMPARE(model.index(1, SearchResultsModel::FirstPathColumn).data().toString(), QString());
  QCOMPARE(model.index(2, SearchResultsModel::FirstPathColumn).data().toString(), u"x\\ny"_s);
  QCOMPARE(model.index(0, SearchResultsModel::QueueColumn).data().toString(), u"orders"_s);
  QCOMPARE(model.rowOf(Orders.id, "3"), 2);
  QCOMPARE(model.rowOf(Mail.id, "3"), -1);
  model.begin({});
  QCOMPARE(model.rowCount(), 0);
}

void TestSearchResults::sortsLikeThePlainReference_data() {
  QTest::addColumn<int>("column");
  for (const JobColumn column : {JobColumn::Id, JobColumn::Created, JobColumn::Due, JobColumn::Attempts,
                                 JobColumn::Priority, JobColumn::Progress, JobColumn::Size, JobColumn::Error})
    QTest::newRow(jobColumn(column).key) << int(column);
  QTest::newRow("queue") << SearchResultsModel::QueueColumn;
  QTest::newRow("path") << SearchResultsModel::FirstPathColumn;
}

void TestSearchResults::sortsLikeThePlainReference() {
  QFETCH(int, column);
  for (quint32 seed = 1; seed <= 20; ++seed) {
    std::mt19937 dice(seed);
    const std::vector<SearchHit> hits = randomHits(dice, 60);
    SearchResultsModel model;
    const QAbstractItemModelTester tester(&model);
    model.begin(paths("data.x"));
    model.append(hits);
    model.sort(column, Qt::AscendingOrder);
    QCOMPARE(ids(model), expectedOrder(hits, column, false));
    model.sort(column, Qt::DescendingOrder);
    QCOMPARE(ids(model), expectedOrder(hits, column, true));
    model.sort(-1);
    QCOMPARE(ids(model), expectedOrder(hits, int(JobColumn::Id), false));
  }
}

void TestSearchResults::comparesProgressByValue() {
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin({});
  model.append({withProgress("a", "33.5"), withProgress("b", "33.25"), withProgress("c", "100"),
                withProgress("d", ""), withProgress("e", "-1"), withProgress("f", "1e1")});
  model.sort(int(JobColumn::Progress));
  QCOMPARE(ids(model), "e d f b a c");
}

void TestSearchResults::sortsManyInTheBackground() {
  std::mt19937 dice(4);
  const std::vector<SearchHit> hits = randomHits(dice, 12'000);
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin(paths("data.x"));
  model.append(hits);
  QSignalSpy changed(&model, &QAbstractItemModel::layoutChanged);
  model.sort(SearchResultsModel::FirstPathColumn, Qt::DescendingOrder);
  QVERIFY(changed.isEmpty()); // not here and now
  QTRY_COMPARE(changed.size(), 1);
  QCOMPARE(ids(model), expectedOrder(hits, SearchResultsModel::FirstPathColumn, true));
}

void TestSearchResults::sortsWhatCameMeanwhileToo() {
  std::mt19937 dice(5);
  std::vector<SearchHit> hits = randomHits(dice, 8'000);
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin(paths("data.x"));
  model.append({hits.begin(), hits.begin() + 6'000});
  model.sort(int(JobColumn::Size));
  model.append({hits.begin() + 6'000, hits.end()});
  QTRY_COMPARE(ids(model), expectedOrder(hits, int(JobColumn::Size), false));
}

void TestSearchResults::dropsASortThatIsNoLongerWanted() {
  std::mt19937 dice(6);
  const std::vector<SearchHit> hits = randomHits(dice, 6'000);
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin(paths("data.x"));
  model.append(hits);
  model.sort(int(JobColumn::Size));
  model.sort(-1);
  model.sort(int(JobColumn::Attempts));
  QTRY_COMPARE(ids(model), expectedOrder(hits, int(JobColumn::Attempts), false));
  model.sort(int(JobColumn::Size));
  model.begin({});
  model.append({hit("only")});
  // What it comes to arrives all the same, and before what is posted now.
  QVERIFY(QThreadPool::globalInstance()->waitForDone());
  bool arrived = false;
  QMetaObject::invokeMethod(
      qApp, [&arrived] { arrived = true; }, Qt::QueuedConnection);
  QTRY_VERIFY(arrived);
  QCOMPARE(ids(model), "only");
  QCOMPARE(model.rowCount(), 1);
}

void TestSearchResults::keepsChosenRowsWhileItSorts() {
  std::mt19937 dice(7);
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin(paths("data.x"));
  model.append(randomHits(dice, 300));
  std::vector<QPersistentModelIndex> chosen;
  for (int row = 0; row < 300; row += 7)
    chosen.emplace_back(model.index(row, 0));
  model.sort(int(JobColumn::Error), Qt::DescendingOrder);
  model.sort(SearchResultsModel::FirstPathColumn);
  for (size_t i = 0; i < chosen.size(); ++i)
    QCOMPARE(model.hitAt(chosen[i].row())->row.id, QByteArray::number(7 * int(i)));
}

void TestSearchResults::masksCells() {
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin(paths("data.apiKey"));
  model.append({withValue("1", {}, true), withValue("2", {Found::Kind::Container, {}}, true)});
  for (int row = 0; row < 2; ++row) {
    const QModelIndex cell = model.index(row, SearchResultsModel::FirstPathColumn);
    QCOMPARE(cell.data().toString(), u"••••"_s);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().startsWith(u"Masked"));
    QVERIFY(cell.data(ExactTextRole).toString().startsWith(u"Masked"));
  }
  model.sort(SearchResultsModel::FirstPathColumn, Qt::DescendingOrder);
  QCOMPARE(model.rowCount(), 2);
}

void TestSearchResults::takesNewFactsWhereTheRowIs() {
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin({});
  model.append({hit("1"), hit("2"), hit("2", Mail)});
  model.sort(int(JobColumn::State));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  JobRow row = hit("2").row;
  model.applyRow(Orders.id, row); // nothing new
  QCOMPARE(changed.size(), 0);
  row.state = JobState::Waiting;
  model.applyRow(Orders.id, row);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(ids(model), "1 2 2"); // in its place, although it would sort elsewhere
  QCOMPARE(model.hitAt(1)->row.state, JobState::Waiting);
  QCOMPARE(model.hitAt(2)->row.state, JobState::Failed);
  row.missing = true;
  model.applyRowAt(0, row); // another job's row
  QVERIFY(!model.hitAt(0)->row.missing);
  model.applyRowAt(1, row);
  QVERIFY(model.index(1, 0).data(MissingRole).toBool());
  QCOMPARE(model.index(1, int(JobColumn::Name)).data().toString(), u"missing"_s);
  model.applyRowAt(-1, row);
  model.applyRowAt(3, row);
}

void TestSearchResults::forgetsTheOrderOfAnotherPath() {
  SearchResultsModel model;
  const QAbstractItemModelTester tester(&model);
  model.begin(paths("data.a"));
  model.sort(SearchResultsModel::FirstPathColumn);
  model.begin(paths("data.a"));
  QCOMPARE(model.sortColumn(), SearchResultsModel::FirstPathColumn);
  model.begin(paths("data.b"));
  QCOMPARE(model.sortColumn(), -1);
  model.sort(int(JobColumn::Id));
  model.begin({});
  QCOMPARE(model.sortColumn(), int(JobColumn::Id));
}

namespace {

/// Keeps all threads of the pool waiting until it is let go.
class HeldPool {
public:
  HeldPool() {
    for (int i = 0; i < QThreadPool::globalInstance()->maxThreadCount(); ++i)
      QThreadPool::globalInstance()->start([this] { m_door.acquire(); });
  }
  ~HeldPool() {
    m_door.release(QThreadPool::globalInstance()->maxThreadCount());
    QThreadPool::globalInstance()->waitForDone();
  }
  HeldPool(const HeldPool &) = delete;
  HeldPool &operator=(const HeldPool &) = delete;

private:
  QSemaphore m_door;
};

} // namespace

/// Asking for a sort of the most hits that there are, by each column: while no other thread may do it,
/// nothing is done, neither at once nor in any turn of this thread that follows.
void TestSearchResults::leavesTheThreadOfTheWindowAlone() {
  std::mt19937 dice(8);
  SearchResultsModel model;
  model.begin(paths("data.x"));
  model.append(randomHits(dice, 100'000));
  for (int column = 0; column < model.columnCount(); ++column) {
    QSignalSpy changed(&model, &QAbstractItemModel::layoutChanged);
    {
      const HeldPool held;
      model.sort(column);
      QCOMPARE(changed.size(), 0);
      int turns = 0;
      QTimer turn;
      connect(&turn, &QTimer::timeout, this, [&turns] { ++turns; });
      turn.start(0);
      QTRY_VERIFY_WITH_TIMEOUT(turns >= 20, 60'000);
      QCOMPARE(changed.size(), 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 60'000);
  }
}

QTEST_GUILESS_MAIN(TestSearchResults)
#include "tst_searchresults.moc"
