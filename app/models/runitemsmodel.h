// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run.h"
#include "base/result.h"
#include "models/mergedtable.h"

#include <functional>

namespace oxp {

/// What became of each job of a run. A run may be over a million of them: a page is read when it is scrolled
/// to.
class RunItemsModel : public MergedTable<audit::RunItem> {
  Q_OBJECT

public:
  enum Column { Id, Outcome, Why, At, ColumnCount };
  static constexpr int PageSize = 500;
  static constexpr int MostRenewed = 5'000; ///< rows that renew() reads again

  using Page = std::function<void(const Result<std::vector<audit::RunItem>> &)>;
  /// Answers later with at most `limit` jobs behind `after` (a seq).
  using Source = std::function<void(qint64 after, int limit, Page page)>;

  explicit RunItemsModel(QObject *parent = nullptr);

  /// The jobs of another run, or others of it. `over`: nothing more is done by the run.
  void open(Source source, bool over);
  void close();
  /// Reads again what is there, as the run goes on; not where that is too much.
  void renew(bool over);
  /// How an error reads whose code is not one of a run's own.
  void setWhy(std::function<QString(const audit::RunItem &)> why) { m_why = std::move(why); }

  const audit::RunItem *at(int row) const; ///< nullptr when out of range
  /// All that there are have been read.
  bool isComplete() const { return m_complete; }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  bool canFetchMore(const QModelIndex &parent) const override;
  void fetchMore(const QModelIndex &parent) override;

signals:
  /// An answer has come.
  void filled();
  void failed(const oxp::Error &error);

private:
  void ask(qint64 after, int limit);
  void apply(qint64 after, int limit, const std::vector<audit::RunItem> &page);
  QString text(const audit::RunItem &item, int column) const;
  QString why(const audit::RunItem &item) const;

  Source m_source;
  std::function<QString(const audit::RunItem &)> m_why;
  quint64 m_number = 0; ///< tells the answers to an earlier question
  bool m_asking = false, m_complete = true, m_over = false;
  bool m_owed = false; ///< it changed while an answer was waited for
};

} // namespace oxp
