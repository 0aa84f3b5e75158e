// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagesource.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <set>
#include <vector>

namespace oxp {

class JobRowStore;
class JobWindow;

/// Asks a source for the rows of a table: those that were painted and lack something, as pages at the end of
/// the event loop's turn, the last ones first; and those on the screen again, one such request at a time.
class JobPages : public QObject {
  Q_OBJECT

public:
  static constexpr int PageRows = 100;

  /// What a refresh looks at: all that the columns show, or first only which jobs there are, and the rest
  /// where those have changed.
  enum class Look { Rows, Ids };

  /// `rows` and `window` tell what is there and where it stands; both outlive this.
  JobPages(JobRowStore &rows, const JobWindow &window);

  /// Another source, or none; its list may be turned round. Answers of the one before are not heard any more.
  void setSource(std::shared_ptr<PageSource> source, bool reversed);
  const std::shared_ptr<PageSource> &source() const { return m_source; }
  bool isReversed() const { return m_reversed; }
  /// What the rows are to have. Rows that lack a field are asked for again when they are painted.
  void setFields(JobFields fields) { m_fields = fields; }
  JobFields fields() const { return m_fields; }
  /// The page of the head, at once.
  void readHead();
  /// A row was painted and lacks something.
  void want(int row);
  /// Asks again for the rows on the screen; once more after it when this was called meanwhile.
  void refresh(int first, int last, Look look);
  /// Reads the rows on the screen again now and all others when they are painted next.
  void refreshAll();

signals:
  void came(const oxp::JobPage &page, oxp::JobFields fields);
  /// The server has answered, whether or not anything is new; after came().
  void answered(const oxp::RefusedCommands &refused);
  void failed(const oxp::Error &error);

private:
  void flush();
  bool isLoaded(qint64 page) const;
  void send(const PageWish &wish, bool refresh);
  void take(bool refresh, const PageWish &wish, const Result<JobPage> &answer);
  void apply(bool refresh, const PageWish &wish, const JobPage &page);

  JobRowStore &m_rows;
  const JobWindow &m_window;
  std::shared_ptr<PageSource> m_source;
  bool m_reversed = false;
  JobFields m_fields = 0;
  quint64 m_generation = 0;     ///< tells the answers of an earlier source
  std::vector<qint64> m_wanted; ///< page numbers by position, the newest wish last
  std::set<qint64> m_inFlight;
  QTimer m_flush;
  bool m_refreshing = false, m_refreshAgain = false;
  int m_visibleFirst = 0, m_visibleLast = 0;
  PageWish m_seen;           ///< the last refresh; `known` is the mark that it brought
  RefusedCommands m_refused; ///< in the last page that was not as before
};

} // namespace oxp
