// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/failurestory.h"

#include <QAbstractItemModel>

#include <memory>

namespace oxp {

/// A job's traces as a tree: the attempts, below them the message, the frames and folds of foreign frames,
/// below a fold its frames. Another look at the same job keeps what is open and chosen.
class AttemptsModel : public QAbstractItemModel {
  Q_OBJECT

public:
  /// What a row is; RowKindRole.
  enum class RowKind {
    Attempt,  ///< `Attempts 2–5`
    Silent,   ///< an attempt that left no trace
    Title,    ///< an error: its class and the first line of its message
    Text,     ///< another line of a message
    LongText, ///< a line of which only the beginning is here
    LongNote, ///< how long that one is
    Frame,
    Fold,
    LeftOut, ///< how many lines of the trace are no rows
  };
  enum class Frames { Own, All };
  enum Role {
    RowKindRole = Qt::UserRole + 1,
    FrameNumberRole, ///< int
    FunctionRole,    ///< of a frame
    PlaceRole,       ///< of a frame: file:line:column
    AsideRole,       ///< what stands behind the words of an attempt or a fold, fainter
    ClassRole,       ///< of a title
    ForeignRole,     ///< bool, of a frame
    CharactersRole,  ///< qint64, of a long line
  };

  struct Node; ///< a row; known in the model's own files alone
  using Nodes = std::vector<std::unique_ptr<Node>>;

  explicit AttemptsModel(QObject *parent = nullptr);
  ~AttemptsModel() override;

  /// Another job's story; or the same job's, seen again: see merge().
  void setStory(FailureStory story);
  void merge(FailureStory story);
  void setFrames(Frames frames);
  Frames frames() const { return m_frames; }
  const FailureStory &story() const { return m_story; }

  /// What a person gets who copies this row: the frame's line, the whole line, the whole trace.
  QByteArray textOf(const QModelIndex &index) const;
  /// The whole trace that a row belongs to.
  QByteArray traceOf(const QModelIndex &index) const;
  /// Whether a group should be open when it is seen first: the newest, and the first other one.
  bool opensAtFirst(const QModelIndex &index) const;
  /// The row behind (or with `backwards` before) `from` whose words hold `text`; round the end. Invalid when
  /// there is none.
  QModelIndex find(const QString &text, Qt::CaseSensitivity sensitivity, const QModelIndex &from,
                   bool backwards) const;

  QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
  QModelIndex parent(const QModelIndex &child) const override;
  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &) const override { return 1; }
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
  static Node *nodeAt(const QModelIndex &index);
  QModelIndex indexOf(const Node *node) const;
  static Nodes topNodes(FailureStory &story);
  void adopt(Node &parent, Nodes children);
  void showAnew(Nodes attempts);
  void removeGone(const Nodes &wanted);
  bool keepsOrder(const Nodes &wanted) const;
  void renew(Node &attempt, const std::shared_ptr<const TraceGroup> &group);
  void replaceChildren(Node &attempt, std::shared_ptr<const TraceGroup> group, Nodes rows);

  FailureStory m_story; ///< without its groups: those are with their rows
  Frames m_frames = Frames::Own;
  std::unique_ptr<Node> m_root;
};

} // namespace oxp
