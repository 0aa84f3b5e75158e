// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace oxp {

/// A job's log lines, oldest first. Grows by pages; more() says that there is more to ask for.
/// Display text keeps its line breaks, bytes shown safely, cut where it is long; lineAt() has all of it.
class LogModel : public QAbstractListModel {
  Q_OBJECT

public:
  enum Role {
    CutRole = Qt::UserRole + 1, ///< bool: the display text is not all of the line
    SizeRole,                   ///< bytes of the line
  };
  explicit LogModel(QObject *parent = nullptr);
  void clear();
  /// A page of lines at `offset`. Lines that are there already stay; a log that was cleared shrinks.
  void applyPage(qint64 offset, qint64 total, const std::vector<QByteArray> &lines);
  bool more() const { return m_total > static_cast<qint64>(m_lines.size()); }
  qint64 total() const { return m_total; }
  QByteArray lineAt(int row) const;
  QByteArray all() const; ///< loaded lines joined by newlines, for copying

  int rowCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
  void dropFrom(int row);
  void replace(int row, const QByteArray &line);

  std::vector<QByteArray> m_lines;
  qint64 m_total = 0;
};

} // namespace oxp
