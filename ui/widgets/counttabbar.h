// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/tabfolding.h"

#include <QTabBar>

namespace oxp {

/// A tab with a picture, a word and how many there are of it.
struct CountTab {
  int id = 0; ///< whose it is; none is negative
  IconId icon = IconId::Info;
  Tint tint = Tint::Text2;
  QString word;
  qint64 count = 0;
  bool operator==(const CountTab &) const = default;
};

/// Tabs that count, such as the results of a run. Folds itself to the room there is, as the state tabs do;
/// the word stays in tabText(), the count is in the tool tip, which assistive tools read as the description.
class CountTabBar : public QTabBar {
  Q_OBJECT

public:
  explicit CountTabBar(QWidget *parent = nullptr);

  /// The current tab stays while it is among these; else the first becomes it.
  void setTabs(const QList<CountTab> &tabs);
  int currentId() const { return idAt(currentIndex()); }
  void setCurrentId(int id);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

signals:
  /// Another one is current, by the person or because the old one has gone.
  void currentIdChanged(int id);

protected:
  QSize tabSizeHint(int index) const override;
  QSize minimumTabSizeHint(int index) const override;
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  int idAt(int index) const;
  int indexOf(int id) const;
  void rebuild(const QList<CountTab> &tabs);
  void describe();
  TabParts partsOf(const CountTab &tab) const;
  QString countText(const CountTab &tab) const;
  void refold();
  void paintTab(QPainter *painter, int index) const;

  QList<CountTab> m_tabs;
  QList<bool> m_folded; ///< whose word has gone for want of room
  TabFold m_fold = TabFold::None;
};

} // namespace oxp
