// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qnamespace.h>

namespace oxp {

/// What a row of the queue tree stands for.
enum class NodeKind : int {
  Profile,
  Runs, ///< the runs over many jobs of a profile
  Group,
  Queue,
  State,      ///< one state of a queue; its StateRole says which
  Schedulers, ///< the job schedulers of a queue
};

/// What a cell of the job table holds. Decides its alignment, its font and where it is shortened.
enum class CellKind : int {
  Text,   ///< left, shortened at the right
  Id,     ///< left, fixed pitch, shortened in the middle
  State,  ///< icon and word from StateRole
  Time,   ///< right; SortValueRole is ms since the epoch (qint64), shown as "3 min ago"
  Number, ///< right
  Size,   ///< right; SortValueRole is a number of bytes (qint64)
  Error,  ///< ErrorClassRole in text colour, ErrorMessageRole in the second colour
  Code,   ///< left, fixed pitch, shortened at the right
  Course, ///< CourseRole as a row of small bars

  // A list of queues
  Queue,  ///< left, shortened in the middle; with PausedRole the picture stands before it
  Faint,  ///< left, in the second colour
  Amount, ///< right; its colour by StrengthRole
  Shared, ///< an Amount with what ShareRole says of it at the left of the cell
  Badge,  ///< an Amount on the ground of errors unless it is none
  Bars,   ///< CourseRole as bars of one scale, then the number
  Age,    ///< right; its weight by StrengthRole
  Staff,  ///< an Amount with a warning where it is urgent
  Pause,  ///< picture and word, or nothing

  // Runs over many jobs and what became of each
  Outcome,  ///< the picture of MarkRole and a word
  Progress, ///< a bar by ProgressShareRole where there is one, then the text
  Tally,    ///< right; in the colour of MarkRole unless it is 0
};

/// What became of something, or how it stands: a picture, always beside its word. The same in all lists.
enum class Mark : int {
  Done,
  Skipped,
  Conflict,
  Failed,
  Unknown,
  Waiting,
  Running,
  Paused,
  CutOff,
  Undone,
  Cancelled,
  NotDone,
};

/// How much a figure wants to be seen.
enum class Strength : int { Faint, Plain, Urgent };

/// What happened to one field, in the list of changes before a save.
enum class ChangeKind : int { Changed, Added, Removed };

/// Data roles that models serve and delegates read. One list, so that no two models disagree on a number.
/// A role that does not apply gives an invalid QVariant; an unknown count does too (0 is a count).
enum DataRole : int {
  // The queue tree and the list of profiles
  NodeKindRole = Qt::UserRole + 1, ///< int(NodeKind)
  EnvironmentRole,                 ///< int(Environment): profile rows
  ConnectedRole,                   ///< bool: profile rows
  DetailRole,                      ///< QString, second text: "24 queues"; in the list of profiles the address
  FailedCountRole,                 ///< qint64: queue rows, the badge
  CountRole,                       ///< qint64: jobs of a queue that wait, with prioritized ones; of a state
  PausedRole,                      ///< bool: queue rows
  ReadOnlyRole,                    ///< bool: profile and queue rows
  FailedRole,                      ///< bool: profile rows, DetailRole tells of an error
  ProfileIdRole,                   ///< QByteArray: id of the profile that a row belongs to
  PrefixRole,                      ///< QByteArray: key prefix of the row's queue
  QueueNameRole,                   ///< QByteArray: name of the row's queue
  AlertRole,                       ///< QString: queue rows, what somebody wanted to be told of; else empty
  PinnedRole,                      ///< bool: queue rows
  DelayedCountRole,                ///< qint64: queue rows, delayed jobs where none waits; else 0

  // The job table (StateRole: state rows of the tree too)
  StateRole = Qt::UserRole + 64, ///< int(JobState)
  CellKindRole,                  ///< int(CellKind)
  JobIdRole,                     ///< QByteArray: any cell of the row
  MissingRole,                   ///< bool: the job has gone since the list was read
  LoadingRole,                   ///< bool: the cell has not been fetched; drawn as a grey bar
  SortValueRole,                 ///< the value behind the text: qint64, double or QString
  ErrorClassRole,                ///< QString: "CardError"; empty when the reason names no class
  ErrorMessageRole,              ///< QString: the reason without its class, first line
  ExactTextRole,                 ///< QString: the full text of a cell, for its tool tip
  CourseRole,                    ///< QList<qint64>: how often in each of equal parts of some time
  StrengthRole,                  ///< int(Strength)
  ShareRole,                     ///< qint64: how many of the figure are prioritized

  MarkRole,          ///< int(Mark)
  ProgressShareRole, ///< double 0..1; invalid where no bar is drawn

  // The list of changes
  ChangeKindRole = Qt::UserRole + 128, ///< int(ChangeKind)
  OldTextRole,                         ///< QString: JSON text before; null when the field was not there
  NewTextRole,                         ///< QString: JSON text after; null when the field is removed
  SensitiveRole,                       ///< bool

  /// First free number for roles that one model keeps to itself.
  PrivateRole = Qt::UserRole + 512,
};

} // namespace oxp
