// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/terms.h"
#include "ui/views/searchpanel.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/statetabbar.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

class QMenu;

namespace oxp {

class SearchBox;
class SearchCompleter;
class Settings;

/// What stands behind the search box: reads the query while it is typed, says what is wrong with it, and
/// where it looks; completes fields, and keeps saved searches and the last ones.
class SearchControl : public QObject {
  Q_OBJECT

public:
  enum class Where { State, Queue, Chosen, Profile };

  SearchControl(SearchBox *box, Settings &settings, QObject *parent = nullptr);
  ~SearchControl() override;

  /// The list that the box stands above. Another place is looked at as it is shown, wherever the search
  /// looked before; asks again when there is a query and it means something else now.
  void setPlace(ProfileSession *session, const QueueInfo &queue, StateTab tab);
  /// Puts a query into the box and asks it at once: in what is shown where `queues` is just the open one,
  /// else in all states of `queues`, or of every queue when it is empty.
  void ask(const QString &text, const std::vector<QueueId> &queues);
  /// The same query, over every job; so it stays while the text does.
  void askEverything();
  void clear();
  bool isEmpty() const;
  /// What narrows the list now: the state that is searched, and each term that all jobs have to fulfil. None
  /// while there is no query.
  std::vector<Filter> filters() const;
  /// One of filters() goes: a term leaves the query, the state's becomes a search in all states of the queue.
  void removeFilter(int index);
  /// In words, the failures that a search may name by their id. Without one: a group of failures.
  void setFailureWords(std::function<QString(const QByteArray &)> words) {
    m_failureWords = std::move(words);
  }

signals:
  /// A query to run.
  void wanted(const oxp::SearchAsk &ask);
  /// There is no query (any more): show the list.
  void emptied();
  /// The text is no query: the list is shown meanwhile.
  void broken();
  void cancelled();
  /// filters() may answer otherwise.
  void filtersChanged();

private:
  void setupBox();
  void read();
  bool askNow(bool submitted);
  void leaveQueue();
  std::optional<JobState> scopeFilter() const;
  Filter filterOf(const search::Term &term) const;
  void showProblem(const search::Problem &problem);
  void showRefused(const search::Path &path, const search::Query &query);
  std::vector<SearchScope> scopes() const;
  SearchScope scopeOf(const QueueInfo &queue) const;
  void setWhere(Where where);
  void showWhere();
  QString whereText(Where where) const;
  QMenu *makeScopeMenu();
  void addEngines(QMenu *menu);
  QMenu *makeSavedMenu();
  void chooseQueues();
  void learnFields();
  void forgetFields();
  qint64 now() const;

  SearchBox *m_box;
  Settings &m_settings;
  SearchCompleter *m_completer;
  QPointer<ProfileSession> m_session;
  std::pair<QString, QueueId> m_place; ///< profile and queue whose jobs were shown last
  QueueInfo m_queue;
  StateTab m_tab = StateTab::Latest;
  QTimer m_delay;
  Where m_where = Where::State;
  std::vector<QueueId> m_chosen;
  bool m_onServer = false;
  QString m_everything;                 ///< the text that is looked for in every job
  QString m_asked;                      ///< the text that was asked last, if it is a query
  std::optional<search::Query> m_query; ///< of m_asked
  std::function<QString(const QByteArray &)> m_failureWords;
  bool m_learned = false; ///< this queue's fields, or they are on their way
  quint64 m_learning = 0; ///< tells the answer for an earlier queue
};

} // namespace oxp
