// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace oxp {

/// Long work, newest first: what it is, how far, how fast, how long yet, and what was done at its end.
class ActivityModel : public QAbstractListModel {
  Q_OBJECT

public:
  enum class Status { Running, Done, Failed, Cancelled };
  enum Role {
    ProgressRole = PrivateRole, ///< double 0..1, invalid when the end is not known
    StatusRole,                 ///< int(Status)
    RateRole,                   ///< QString: "12,000 keys/s"
    LeftRole,                   ///< QString: "40 s left"
    CancellableRole,            ///< bool
    NoteRole,                   ///< QString: what is being or was done
  };
  static constexpr int KeptRows = 100;

  explicit ActivityModel(QObject *parent = nullptr);
  /// Adds a row and returns its number. `unit` is a translated plural word for the rate, such as "keys";
  /// without one the notes say themselves how fast it goes.
  int begin(const QString &title, const QString &unit, std::function<void()> cancel = {});
  /// `total` 0 = not known. Cheap; rows repaint at most twice a second.
  void progress(int id, qint64 done, qint64 total, const QString &note = {});
  void end(int id, Status status, const QString &note);
  /// Something that happened by itself, such as an alert: a row that is done already.
  void note(const QString &title, const QString &note);
  void cancel(int row);
  /// What a press on the row leads to, where it has a place of its own.
  void setOpener(int id, std::function<void()> open);
  /// False where it has none.
  bool open(int row);
  int runningCount() const;

  int rowCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
  void runningChanged(int count);

private:
  struct Entry {
    int id = 0;
    QString title, unit, note;
    qint64 done = 0, total = 0, startedAt = 0, endedAt = 0, paintedAt = 0;
    Status status = Status::Running;
    std::function<void()> cancel, open;
  };
  int rowOf(int id) const;
  void dropOldest();
  static QString statusText(Status status);
  QString rateText(const Entry &entry) const;
  QString leftText(const Entry &entry) const;

  std::vector<Entry> m_rows;
  int m_nextId = 1;
};

} // namespace oxp
