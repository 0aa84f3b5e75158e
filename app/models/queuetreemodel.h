// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "bull/queue.h"
#include "models/roles.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <optional>
#include <vector>

namespace oxp {

/// A profile as the tree shows it.
struct ProfileFacts {
  QByteArray id;
  QString name;
  QString address; ///< for the tool tip: `127.0.0.1:6379/0`
  Environment environment = Environment::Local;
  Role role = Role::Viewer;
  bool operator==(const ProfileFacts &) const = default;
};

/// How a profile's connection stands, as the tree shows it.
struct ProfileStatus {
  bool connected = false;
  bool failed = false; ///< `text` is drawn as an error
  QString text;        ///< "24 queues", "connecting…", "password refused"
  QString tip;         ///< the whole sentence
  bool operator==(const ProfileStatus &) const = default;
};

/// The runs over many jobs of a profile, as the tree counts them.
struct ProfileRuns {
  int all = 0;
  int underWay = 0; ///< have their turn or wait for it
  bool operator==(const ProfileRuns &) const = default;
};

/// A queue's place among all profiles.
struct QueueRef {
  QByteArray profileId;
  QueueInfo info;
  bool operator==(const QueueRef &) const = default;
};

/// Profiles, their queues in groups, and the queues' states: two columns, name and count. First in a profile
/// stand its runs, where there are any, then pinned queues, in no group.
/// Groups: one a prefix when a profile has several; else one for each common head of at least two names
/// (split at `.` `:` `-` `_`). Takes facts (applyX), emits the least, never resets.
class QueueTreeModel : public QAbstractItemModel {
  Q_OBJECT

public:
  enum Column { NameColumn, CountColumn, ColumnCount };

  explicit QueueTreeModel(QObject *parent = nullptr);
  ~QueueTreeModel() override;

  void applyProfiles(const std::vector<ProfileFacts> &profiles);
  void applyStatus(const QByteArray &profileId, const ProfileStatus &status);
  /// All queues that the profile has now.
  void applyQueues(const QByteArray &profileId, const std::vector<QueueInfo> &queues);
  /// Queues found so far, while discovery runs: nothing is removed.
  void applyFound(const QByteArray &profileId, const std::vector<QueueInfo> &queues);
  void applyCounts(const QByteArray &profileId, const QueueId &queue,
                   const std::optional<QueueCounts> &counts);
  /// All queues that the person has pinned, there or not: one that comes back is at the top again.
  void applyPinned(const QByteArray &profileId, const std::vector<QueueId> &pinned);

  /// None: there is no row for them.
  void applyRuns(const QByteArray &profileId, const ProfileRuns &runs);

  /// Sentences of the alerts that stand for a queue, a line each; empty = none.
  void applyAlert(const QByteArray &profileId, const QueueId &queue, const QString &sentences);

  QModelIndex profileIndex(const QByteArray &profileId) const;
  QModelIndex runsIndex(const QByteArray &profileId) const;
  QModelIndex queueIndex(const QByteArray &profileId, const QueueId &queue) const;
  QModelIndex stateIndex(const QByteArray &profileId, const QueueId &queue, JobState state) const;
  /// The queue of a queue row or of one of its state rows; nothing for profiles and groups.
  std::optional<QueueRef> queueAt(const QModelIndex &index) const;
  /// The state of a state row.
  std::optional<JobState> stateAt(const QModelIndex &index) const;
  QByteArray profileAt(const QModelIndex &index) const;
  NodeKind kindAt(const QModelIndex &index) const;
  std::optional<QueueCounts> counts(const QByteArray &profileId, const QueueId &queue) const;
  /// All queues of a profile in the tree's order.
  std::vector<QueueInfo> queues(const QByteArray &profileId) const;
  /// Text dump, a node a line, for tests.
  QString dump() const;

  QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
  QModelIndex parent(const QModelIndex &child) const override;
  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
  struct Node;
  Node *nodeOf(const QModelIndex &index) const;
  QModelIndex indexOf(const Node *node, int column = 0) const;
  Node *findProfile(const QByteArray &id) const;
  Node *findQueue(const QByteArray &profileId, const QueueId &queue) const;

  void placeProfile(const ProfileFacts &facts, int row);
  void syncQueues(Node *profile, const std::vector<QueueInfo> &queues);
  Node *groupNode(Node *profile, const QByteArray &key);
  void placeQueue(Node *profile, const QueueInfo &info, Node *parent);
  static std::unique_ptr<Node> makeQueue(const QueueInfo &info);
  /// Where a title belongs among the other rows of `parent`; the node itself may be one of its rows.
  int sortedRow(const Node *parent, const Node *node) const;
  /// `row` -1 = where its title belongs.
  Node *insertNode(Node *parent, std::unique_ptr<Node> node, int row);
  void moveNode(Node *node, Node *newParent, int row);
  void removeNode(Node *node);
  void touch(Node *node);

  static std::optional<qint64> countOf(const Node &node, const std::optional<QueueCounts> &counts);
  static QString countText(const Node &node);
  static QString spokenCount(const Node &node);
  QVariant profileData(const Node &node, int role) const;
  QVariant queueData(const Node &node, int column, int role) const;

  std::unique_ptr<Node> m_root;
};

/// Keeps the queues whose name holds the typed text (case-insensitive) with their states and all profiles.
class QueueFilterModel : public QSortFilterProxyModel {
  Q_OBJECT

public:
  explicit QueueFilterModel(QObject *parent = nullptr);
  void setText(const QString &text);
  QString text() const { return m_text; }

protected:
  bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
  QString m_text;
};

} // namespace oxp
