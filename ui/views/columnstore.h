// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcolumns.h"

#include <vector>

class QHeaderView;

namespace oxp {

class Settings;

/// Which columns a kind of list shows, how wide and in which order: the person's own choice, else the column
/// table's. Kept in the settings under `window/columns/<kind>`.
class ColumnStore {
public:
  explicit ColumnStore(Settings &settings)
      : m_settings(settings) {}

  std::vector<JobColumn> shown(JobListKind kind) const;
  /// Whether a person has said which are shown.
  bool isChosen(JobListKind kind) const;
  void setShown(JobListKind kind, JobColumn column, bool on);
  int width(JobListKind kind, JobColumn column) const;
  /// Widths and order as the header has them now.
  void save(JobListKind kind, const QHeaderView *header);
  void restoreOrder(JobListKind kind, QHeaderView *header) const;
  /// Back to the defaults.
  void clear(JobListKind kind);

private:
  QString key(JobListKind kind, const char *what) const;

  Settings &m_settings;
};

} // namespace oxp
