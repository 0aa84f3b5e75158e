// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/tour.h"

#include "ui/actions/actionset.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/datapane.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tallylist.h"
#include "workspace/profilesession.h"
#include "workspace/sessionrunner.h"
#include "workspace/sessionruns.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace oxp::test {
namespace {

const char *const Payload =
    R"({"note":"Left with the neighbour twice; the customer asks for a call before the third attempt, between 9 )"
    R"(and 11, or else it goes back to where it came from","orderId":"ORD-20261122-0417",)"
    R"("ledgerId":9007199254740993,"amount":129.90,"currency":"EUR",)"
    R"("customer":{"id":88120,"name":"陈晓明","email":"chen.xiaoming@example.com"},)"
    R"("lines":[{"sku":"B-4711-blue","qty":2,"price":39.95},{"sku":"C-0815-red","qty":1,"price":50.00}]})";
const char *const Reason =
    "GatewayTimeoutError: the payment gateway at eu-central-1.payments.example.com did not "
    "answer the capture of data.lines[1].sku within 30000 ms";
const char *const Trace =
    R"~(["GatewayTimeoutError: the payment gateway did not answer\n    at capture )~"
    R"~((/srv/shop/worker/dist/payments/gateways/eu-central/capture.js:118:15)\n    at )~"
    R"~(process.processTicksAndRejections (node:internal/process/task_queues:95:5)"])~";

/// The innermost: a group of queues may be called as the first of them.
QModelIndex childOf(const QAbstractItemModel &model, const QModelIndex &parent, const QString &text) {
  for (int row = 0; row < model.rowCount(parent); ++row) {
    const QModelIndex child = model.index(row, 0, parent);
    if (const QModelIndex deeper = childOf(model, child, text); deeper.isValid())
      return deeper;
    if (child.data().toString() == text)
      return child;
  }
  return {};
}

} // namespace

bool Tour::fill() {
  if (!t.shop.start())
    return false;
  const QJsonObject more{{u"name"_qs, u"payments.capture-after-authorisation"_qs},
                         {u"error"_qs, QLatin1String(Reason)}};
  for (const char *state : {"waiting", "active", "delayed", "prioritized", "completed", "waiting-children",
                            "scheduler", "failed", "failed"})
    m_failed = t.shop.add(state, Payload, more);
  if (m_failed.isEmpty())
    return false;
  RedisServer &server = t.shop.server;
  server.run({"HSET", t.shop.key(m_failed), "stacktrace", Trace, "failedReason", Reason, "atm", "3", "opts",
              R"({"attempts":5,"backoff":{"type":"exponential","delay":2000},"removeOnComplete":true})",
              "returnvalue", R"({"captured":false})", "progress", R"({"step":"authorise","of":4})"});
  for (int i = 0; i < 20; ++i)
    server.run({"RPUSH", t.shop.key(m_failed) + ":logs",
                "2026-11-22T12:01:07Z asked the gateway for the capture of ORD-20261122-0417, try " +
                    QByteArray::number(i)});
  return true;
}

namespace {

QStringList wordsOf(const QString &text) {
  static const QRegularExpression BetweenWords(u"[^\\p{L}]+"_qs);
  return text.split(BetweenWords, Qt::SkipEmptyParts);
}

} // namespace

void Tour::learnWords() {
  RedisServer &server = t.shop.server;
  for (const Reply &key : server.run({"KEYS", "*"}).items) {
    QByteArray all = key.bytes;
    for (const std::vector<QByteArray> &command :
         {std::vector<QByteArray>{"HGETALL", key.bytes}, {"LRANGE", key.bytes, "0", "-1"}})
      for (const Reply &part : server.run(command).items)
        all += '\n' + part.bytes;
    m_words << wordsOf(QString::fromUtf8(all));
  }
  m_words.removeDuplicates();
}

bool Tour::isOfShop(const QString &text) {
  if (m_words.isEmpty())
    learnWords();
  const QStringList words = wordsOf(text);
  return std::all_of(words.begin(), words.end(), [&](const QString &word) {
    return std::any_of(m_words.begin(), m_words.end(),
                       [&](const QString &known) { return known.endsWith(word) || known.startsWith(word); });
  });
}

bool Tour::start(const QString &language, const QSize &size, const QString &theme) {
  return fill() && t.person.start(t.shop.url("production"), t.folder.path(), size, language, theme);
}

bool Tour::choose(const QString &name) {
  auto *tree = window()->tree()->findChild<QTreeView *>();
  QModelIndex found;
  if (!waits(qPrintable(name), [&] { return (found = childOf(*tree->model(), {}, name)).isValid(); }))
    return false;
  tree->setCurrentIndex(found);
  return true;
}

bool Tour::chooseProfile() {
  return choose(u"Shop"_qs);
}

bool Tour::chooseQueue() {
  return choose(u"orders"_qs) && waits("the queue's page", [&] { return window()->page()->isVisible(); });
}

bool Tour::chooseState(StateTab tab) {
  QueuePage *page = window()->page();
  page->setCurrentTab(tab);
  return page->currentTab() == tab && waits("the rows", [page] {
           const auto tables = page->findChildren<QTableView *>();
           return std::any_of(tables.begin(), tables.end(), [](const QTableView *table) {
             return table->isVisible() && table->model()->rowCount() > 0;
           });
         });
}

bool Tour::openFailedJob() {
  auto *jobs = window()->page()->findChild<JobTableView *>(u"Jobs"_qs);
  QModelIndex row;
  const QString id = QString::fromUtf8(m_failed);
  if (!chooseState(StateTab::Failed) ||
      !waits("the failed job", [&] { return (row = childOf(*jobs->model(), {}, id)).isValid(); }))
    return false;
  QTest::mouseClick(jobs->viewport(), Qt::LeftButton, {}, jobs->visualRect(row).center());
  return waits("the job", [&] {
    // The editor knows how wide its lines are a moment after they have been painted.
    return pane()->isOpen() && pane()->detail().logCount > 0 &&
           !pane()->dataPane()->editor()->bytes().isEmpty() &&
           pane()->dataPane()->editor()->horizontalScrollBar()->maximum() > 0;
  });
}

void Tour::removeFailedJob() {
  t.shop.server.run({"ZREM", "bull:orders:failed", m_failed});
  t.shop.server.run({"DEL", t.shop.key(m_failed)});
}

bool Tour::showTab(JobPane::Tab tab) {
  pane()->showTab(tab);
  const auto *tabs = pane()->findChild<QTabBar *>();
  return tabs->currentIndex() == tab;
}

bool Tour::run(const char *action) {
  QAction *found = window()->actions()->action(action);
  if (!found || !waits(action, [&] { return found->isEnabled(); }))
    return false;
  found->trigger();
  return true;
}

bool Tour::search(const QString &text) {
  const auto *page = window()->page();
  for (auto *box : page->findChildren<SearchBox *>())
    if (box->isVisible()) {
      box->setText(text);
      emit box->submitted(text);
      return true;
    }
  return false;
}

namespace {

/// As a right click does.
void askForMenu(QWidget *place) {
  const QPoint middle = place->rect().center();
  QContextMenuEvent click(QContextMenuEvent::Mouse, middle, place->mapToGlobal(middle));
  QApplication::sendEvent(place, &click);
}

/// What the program opens a menu of when it is asked there.
QWidgetList placesOfMenus(const QWidget &window) {
  QWidgetList places;
  for (auto *view : window.findChildren<QAbstractScrollArea *>()) {
    const bool asks = qobject_cast<JsonEditor *>(view) || qobject_cast<QAbstractItemView *>(view);
    if (asks && view->isVisible())
      places << view->viewport();
  }
  return places;
}

} // namespace

bool Tour::selectMany() {
  auto *table = window()->page()->findChild<JobTableView *>(u"Jobs"_qs);
  const auto isRead = [&] {
    return table->model()->rowCount() >= 2 && !table->model()->index(1, 0).data().toString().isEmpty();
  };
  if (!table || !chooseState(StateTab::Failed) || !waits("two failed jobs", isRead))
    return false;
  table->setFocus();
  table->setCurrentIndex(table->model()->index(0, 0));
  QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
  return waits("the bar and the pane of the selection", [&] {
    const auto *bar = window()->findChild<QFrame *>(u"Selection"_qs);
    const auto *counted = window()->page()->findChild<TallyList *>();
    return bar && bar->isVisible() && counted->isVisible() && counted->model()->rowCount() > 0;
  });
}

bool Tour::beginRun() {
  const ProfileSession *session = window()->page()->session();
  SessionRuns &runs = session->runs();
  OperationRequest wish;
  wish.operation = "job.retry";
  wish.queue = window()->page()->queue();
  const Selection gone{wish.queue,
                       Selection::Jobs{{"ORD-20261122-0417", JobState::Failed}, {"2", JobState::Failed}}};
  runs.choose(
      gone, wish, window(), {}, [&runs, wish, session](const Result<FrozenSelection> &chosen) mutable {
        if (!chosen)
          return;
        wish.selection = chosen->digest;
        wish.reason = u"The gateway at eu-central-1 is down until Monday"_qs;
        const policy::Decision decision = runs.decide(wish, chosen->jobs);
        const policy::Requirement *typed = decision.find(policy::Requirement::Kind::TypeText);
        const Answer answer{{}, typed ? typed->text : QByteArray(), wish.reason};
        wish.grants =
            consents(answer, wish.hash(), session->runner().who(), QDateTime::currentMSecsSinceEpoch());
        runs.start(wish, *chosen);
      });
  return waits("the end of a run",
               [&] { return !runs.runs().empty() && runs.runs().front().state == audit::RunState::Ended; });
}

bool Tour::visit(const std::function<void(const QString &)> &look) {
  if (!chooseProfile())
    return false;
  look(u"profile"_qs);
  if (!chooseQueue())
    return false;
  for (int tab = 0; tab < StateTabCount; ++tab) {
    if (!chooseState(StateTab(tab)))
      return false;
    look(u"state%1"_qs.arg(tab));
  }
  if (!selectMany())
    return false;
  look(u"many"_qs);
  if (!openFailedJob())
    return false;
  for (int tab = 0; tab < JobPane::TabCount; ++tab)
    if (showTab(JobPane::Tab(tab)))
      look(u"tab%1"_qs.arg(tab));
  showTab(JobPane::Data);
  if (!search(u"data.customer.email : chen and error : gateway"_qs))
    return false;
  look(u"search"_qs);
  if (!run("tools.failures"))
    return false;
  look(u"failures"_qs);
  if (!run("view.palette"))
    return false;
  look(u"palette"_qs);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
  if (!beginRun() || !run("tools.runs"))
    return false;
  look(u"runs"_qs);
  return true;
}

void Tour::openMenus(const std::function<void(const QString &, QMenu &)> &look) {
  const auto lookAtOpen = [&](const QString &place) {
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
      return;
    look(place, *menu);
    menu->close();
  };
  QList<QPointer<QMenu>> lasting;
  for (QMenu *menu : window()->findChildren<QMenu *>())
    if (!menu->testAttribute(Qt::WA_DeleteOnClose)) // of a right click
      lasting << menu;
  for (const QPointer<QMenu> &menu : lasting) {
    if (!menu) // made anew whenever its owner is opened
      continue;
    menu->popup(window()->mapToGlobal(QPoint()));
    lookAtOpen(u"menu "_qs + (menu ? menu->title() : QString()));
  }
  for (QWidget *place : placesOfMenus(*window())) {
    askForMenu(place);
    lookAtOpen(u"menu of "_qs + QLatin1StringView(place->parentWidget()->metaObject()->className()));
  }
  for (auto *box : window()->findChildren<SearchBox *>())
    for (auto *button : box->findChildren<QPushButton *>())
      if (button->isVisible() && button->text().endsWith(u'▾')) {
        button->click();
        lookAtOpen(u"menu "_qs + button->text());
      }
}

} // namespace oxp::test
