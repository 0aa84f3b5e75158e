// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"

#include <QFrame>

#include <vector>

namespace oxp {

class NoticeLine;

/// The notices of a place, over its content. The newest shows, however grave an older one is, with the number
/// of the others; a press on that shows them all, newest first, each with its time. A notice speaks when it
/// is news.
class Banner : public QFrame {
  Q_OBJECT

public:
  /// Beyond these the oldest that may be closed goes.
  static constexpr int MostNotices = 8;

  explicit Banner(QWidget *parent = nullptr);

  /// Shows a notice before all others. One of the same id and subject is replaced; one that says the same
  /// words again keeps its place.
  void post(Notice notice);
  /// Takes back what was said under an id, about anybody or about one.
  void withdraw(const QByteArray &id);
  void withdraw(const QByteArray &id, const NoticeSubject &subject);
  bool holds(const QByteArray &id) const;
  std::optional<Notice> find(const QByteArray &id, const NoticeSubject &subject) const;
  /// The id of the newest, empty when there is none.
  QByteArray shownId() const;
  int count() const { return int(m_lines.size()); }
  void clear();

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

signals:
  void closed(const QByteArray &id); ///< by the person

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  template <typename Meant>
  void take(Meant meant);
  NoticeLine *spareLine();
  void release(NoticeLine *line);
  void close(NoticeLine *line);
  void dropOldest();
  void arrange();
  void orderStops();
  void placeLines();
  int shownCount() const;

  std::vector<NoticeLine *> m_lines; ///< newest first
  std::vector<NoticeLine *> m_spare;
  NoticeLine *m_anchor; ///< the first that was made: holds the banner's place on the way of the Tab key
  bool m_all = false;   ///< the person wants to see all
};

} // namespace oxp
