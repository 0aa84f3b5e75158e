// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/searchpanel.h"
#include "ui/widgets/statetabbar.h"

#include <QObject>
#include <QSet>
#include <QTimer>

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

signals:
  /// A query to run.
  void wanted(const oxp::SearchAsk &ask);
  /// There is no query (any more): show the list.
  void emptied();
  /// The text is no query: the list is shown meanwhile.
  void broken();
  void cancelled();

private:
  void setupBox();
  void read();
  bool askNow(bool submitted);
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
  QueueInfo m_queue;
  StateTab m_tab = StateTab::Latest;
  QTimer m_delay;
  Where m_where = Where::State;
  std::vector<QueueId> m_chosen;
  bool m_onServer = false;
  QString m_everything;   ///< the text that is looked for in every job
  QString m_asked;        ///< the text that was asked last, if it is a query
  bool m_learned = false; ///< this queue's fields, or they are on their way
  quint64 m_learning = 0; ///< tells the answer for an earlier queue
};

} // namespace oxp
