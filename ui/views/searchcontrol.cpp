// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/searchcontrol.h"

#include "base/clock.h"
#include "models/format.h"
#include "ui/dialogs/choosequeuesdialog.h"
#include "ui/searchtext.h"
#include "ui/views/searchcompleter.h"
#include "ui/widgets/searchbox.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/searchstore.h"
#include "workspace/serverlink.h"
#include "workspace/settings.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QMenu>

#include <utility>

namespace oxp {

namespace {

constexpr int TypingDelayMs = 400;
constexpr int MenuTextLength = 60;

QString menuText(QString text) {
  if (text.size() > MenuTextLength)
    text = text.left(MenuTextLength) + u'…';
  return text.replace(u'&', u"&&"_qs);
}

} // namespace

SearchControl::SearchControl(SearchBox *box, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_box(box)
    , m_settings(settings)
    , m_completer(new SearchCompleter(box->field(), this)) {
  setupBox();
}

SearchControl::~SearchControl() = default;

void SearchControl::setupBox() {
  m_box->field()->setToolTip(tr(
      "Text looks in id, name, data and error.\n"
      "Fields: id name state error failure attempts progress priority size created processed finished due, "
      "data.… opts.… result.…\n"
      "= equal   != not equal   : contains   ~ regular expression   < <= > >=\n"
      "Joined by and (or a space), or, not, ( ).\n"
      "data.items[*].sku = \"A 1\"   size > 1MB   created > -2h   finished < 2026-11-22T10:00"));
  m_delay.setSingleShot(true);
  m_delay.setInterval(TypingDelayMs);
  connect(&m_delay, &QTimer::timeout, this, &SearchControl::read);
  connect(m_box, &SearchBox::textEdited, this, [this](const QString &text) {
    m_box->clearError();
    if (text.trimmed().isEmpty()) {
      m_delay.stop();
      read();
    } else {
      m_delay.start();
    }
  });
  connect(m_box, &SearchBox::submitted, this, [this] {
    m_delay.stop();
    askNow(true);
  });
  connect(m_box, &SearchBox::cancelled, this, &SearchControl::cancelled);
  connect(m_box, &SearchBox::focused, this, &SearchControl::learnFields);
  m_box->setScopeMenu([this] { return makeScopeMenu(); });
  m_box->setSavedMenu([this] { return makeSavedMenu(); });
  showWhere();
}

void SearchControl::setPlace(ProfileSession *session, const QueueInfo &queue, StateTab tab) {
  const bool otherProfile = session != m_session;
  const bool otherQueue = otherProfile || queue.id != m_queue.id;
  const bool otherTab = otherQueue || tab != m_tab;
  m_session = session;
  m_queue = queue;
  m_tab = tab;
  if (otherProfile) {
    m_chosen.clear();
    m_onServer = session && SearchStore(m_settings, session->rules(), session->id()).isOnServer();
  }
  if (otherTab)
    m_where = Where::State;
  if (otherQueue)
    forgetFields();
  const std::pair<QString, QueueId> place{session ? session->id() : QString(), queue.id};
  if (session && std::exchange(m_place, place) != place) // without one the schedulers are shown
    leaveQueue();
  showWhere();
  if (session && otherTab && !isEmpty())
    askNow(false);
}

/// A search is a question to what is shown: it does not follow to another queue.
void SearchControl::leaveQueue() {
  m_delay.stop();
  m_box->setText({});
  read();
}

bool SearchControl::isEmpty() const {
  return m_box->text().trimmed().isEmpty();
}

void SearchControl::clear() {
  m_delay.stop();
  m_where = Where::State;
  showWhere();
  m_box->setText({});
  read();
}

void SearchControl::ask(const QString &text, const std::vector<QueueId> &queues) {
  const bool onlyThis = queues.size() == 1 && queues.front() == m_queue.id;
  m_where = onlyThis ? Where::State : queues.empty() ? Where::Profile : Where::Chosen;
  m_chosen = queues;
  m_box->setText(text);
  showWhere();
  if (isEmpty())
    read();
  else
    askNow(true);
}

void SearchControl::askEverything() {
  m_everything = m_box->text().trimmed();
  askNow(true);
}

/// What was typed, a moment ago.
void SearchControl::read() {
  if (isEmpty()) {
    m_asked.clear();
    m_query.reset();
    m_box->clearError();
    emit emptied();
    emit filtersChanged();
  } else if (m_completer->isOffering()) {
    m_delay.start(); // the person may be about to choose
  } else if (m_box->text().trimmed() != m_asked) {
    askNow(false);
  }
}

qint64 SearchControl::now() const {
  return m_session ? m_session->link().serverNow() : wallClockMs();
}

/// Runs the query if it is one. What is only typed so far is not remembered among the last ones.
bool SearchControl::askNow(bool submitted) {
  if (isEmpty() || !m_session)
    return false;
  m_asked.clear(); // what is wrong is said again, however often it is typed
  m_query.reset();
  const auto query = search::parse(m_box->text(), now());
  if (!query) {
    showProblem(query.error());
    return false;
  }
  if (const auto refused = m_session->longReads().refusedPath(*query)) {
    showRefused(*refused, *query);
    return false;
  }
  m_asked = m_box->text().trimmed();
  m_query = *query;
  m_box->clearError();
  if (submitted)
    SearchStore(m_settings, m_session->rules(), m_session->id()).note(*query);
  SearchAsk ask;
  ask.session = m_session;
  ask.scopes = scopes();
  ask.query = *query;
  ask.everything = m_asked == m_everything;
  ask.onServer = m_onServer;
  emit wanted(ask);
  emit filtersChanged();
  return true;
}

void SearchControl::showProblem(const search::Problem &problem) {
  m_box->setError(int(problem.start), int(problem.length), problemText(problem), tr("Showing all jobs"));
  m_box->setRepair(problem.repair);
  emit broken();
  emit filtersChanged();
}

void SearchControl::showRefused(const search::Path &path, const search::Query &query) {
  const QString name = path.toString();
  const qsizetype at = std::max<qsizetype>(0, query.text.indexOf(name));
  m_box->setError(int(at), int(name.size()),
                  tr("Your role may not see %1, so it cannot be searched by either.").arg(name),
                  tr("Showing all jobs"));
  emit broken();
  emit filtersChanged();
}

SearchScope SearchControl::scopeOf(const QueueInfo &queue) const {
  return {queue, {ShownStates.begin(), ShownStates.end()}};
}

std::vector<SearchScope> SearchControl::scopes() const {
  std::vector<SearchScope> scopes;
  switch (m_where) {
  case Where::State: {
    SearchScope scope = scopeOf(m_queue);
    if (const std::optional<JobState> state = stateOf(m_tab))
      scope.states = {*state};
    return {scope};
  }
  case Where::Queue:
    return {scopeOf(m_queue)};
  case Where::Chosen:
    for (const QueueId &id : m_chosen)
      if (const auto queue = m_session->queues().find(id))
        scopes.push_back(scopeOf(*queue));
    return scopes;
  case Where::Profile:
    for (const QueueInfo &queue : m_session->queues().all())
      scopes.push_back(scopeOf(queue));
    return scopes;
  }
  return scopes;
}

QString SearchControl::whereText(Where where) const {
  const std::optional<JobState> state = stateOf(m_tab);
  switch (where) {
  case Where::State:
    return state ? stateTitle(*state) : tr("all states");
  case Where::Queue:
    return format::safeText(m_queue.id.name, 40);
  case Where::Chosen:
    return tr("%n queue(s)", nullptr, int(m_chosen.size()));
  case Where::Profile:
    return tr("all queues");
  }
  return {};
}

void SearchControl::showWhere() {
  m_box->setScope(tr("in %1").arg(whereText(m_where)));
}

void SearchControl::setWhere(Where where) {
  m_where = where;
  showWhere();
  askNow(false);
}

QMenu *SearchControl::makeScopeMenu() {
  auto *menu = new QMenu(m_box);
  auto *group = new QActionGroup(menu);
  const auto choice = [&](const QString &text, bool checked, auto chosen) {
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    connect(action, &QAction::triggered, this, chosen);
    return action;
  };
  const std::optional<JobState> state = stateOf(m_tab);
  group->addAction(
      choice(state ? tr("This state: %1").arg(stateTitle(*state)) : tr("All states of this queue"),
             m_where == Where::State, [this] { setWhere(Where::State); }));
  if (state)
    group->addAction(
        choice(tr("This queue, all states"), m_where == Where::Queue, [this] { setWhere(Where::Queue); }));
  group->addAction(choice(tr("Some queues…"), m_where == Where::Chosen, [this] { chooseQueues(); }));
  group->addAction(choice(tr("All queues of this connection"), m_where == Where::Profile,
                          [this] { setWhere(Where::Profile); }));
  addEngines(menu);
  return menu;
}

/// The two ways of looking, each with what it costs.
void SearchControl::addEngines(QMenu *menu) {
  struct Engine {
    bool onServer;
    QString text, cost;
  };
  const Engine engines[] = {
      {false, tr("Read the jobs here: best on a near server"),
       tr("Every job that is looked at travels to this machine. It costs the server the least, and the "
          "network the most.")},
      {true, tr("Sort out on the server: best on a slow line"),
       tr("For a server that is far away: a read-only script passes on only what may match. It "
          "costs the server more than reading does, in slices of at most 5 ms, and needs Redis 7.")}};
  menu->addSection(tr("How to search"));
  auto *group = new QActionGroup(menu);
  for (const Engine &engine : engines) {
    QAction *action = group->addAction(menu->addAction(engine.text));
    action->setCheckable(true);
    action->setChecked(engine.onServer == m_onServer);
    action->setToolTip(engine.cost);
    connect(action, &QAction::triggered, this, [this, onServer = engine.onServer] {
      m_onServer = onServer;
      if (m_session)
        SearchStore(m_settings, m_session->rules(), m_session->id()).setOnServer(onServer);
      askNow(false);
    });
  }
  menu->setToolTipsVisible(true);
}

QMenu *SearchControl::makeSavedMenu() {
  auto *menu = new QMenu(m_box);
  if (!m_session)
    return menu;
  SearchStore store(m_settings, m_session->rules(), m_session->id());
  const auto query = search::parse(m_box->text(), now());
  QAction *save = menu->addAction(tr("Save this search"));
  save->setEnabled(query && !isEmpty());
  connect(save, &QAction::triggered, this, [this, store, query]() mutable {
    if (!store.save(*query))
      m_box->setError(-1, 0, tr("A search for a sensitive value is not written down."), {});
  });
  const auto addTexts = [&](QMenu *to, const QStringList &texts) {
    for (const QString &text : texts)
      connect(to->addAction(menuText(text)), &QAction::triggered, this, [this, text] {
        m_box->setText(text);
        askNow(true);
      });
  };
  const QStringList saved = store.saved(), history = store.history();
  if (!saved.isEmpty()) {
    menu->addSection(tr("Saved"));
    addTexts(menu, saved);
    QMenu *forget = menu->addMenu(tr("Forget a saved search"));
    for (const QString &text : saved)
      connect(forget->addAction(menuText(text)), &QAction::triggered, this,
              [store, text]() mutable { store.forget(text); });
  }
  if (!history.isEmpty()) {
    menu->addSection(tr("Last searches"));
    addTexts(menu, history);
    connect(menu->addAction(tr("Clear the last searches")), &QAction::triggered, this,
            [store]() mutable { store.clearHistory(); });
  }
  return menu;
}

void SearchControl::chooseQueues() {
  if (!m_session)
    return;
  auto *dialog = new ChooseQueuesDialog(m_session->queues().all(), m_chosen, m_box->window());
  connect(dialog, &ChooseQueuesDialog::chosen, this, [this](const std::vector<QueueId> &queues) {
    m_chosen = queues;
    setWhere(Where::Chosen);
  });
  dialog->open();
}

/// Another queue, or one of the same name elsewhere: what was seen here is not to be offered there.
void SearchControl::forgetFields() {
  ++m_learning;
  m_learned = false;
  m_completer->setPaths({});
  if (m_box->field()->hasFocus())
    learnFields();
}

/// Once a queue, when somebody is about to type.
void SearchControl::learnFields() {
  if (!m_session || m_learned)
    return;
  m_learned = true;
  m_session->longReads().requestFieldPaths(m_queue, this,
                                           [this, number = m_learning](Result<search::FieldPaths> paths) {
                                             if (number != m_learning)
                                               return;
                                             if (paths)
                                               m_completer->setPaths(std::move(*paths));
                                             else
                                               m_learned = false;
                                           });
}

} // namespace oxp
