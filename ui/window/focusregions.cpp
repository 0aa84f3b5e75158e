// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/focusregions.h"

#include "ui/start/startpage.h"
#include "ui/views/failurespanel.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/panestack.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/views/runspage.h"
#include "ui/window/windowcentre.h"

#include <QApplication>

#include <array>
#include <functional>

namespace oxp {
namespace {

bool hasFocus(const QWidget *part) {
  const QWidget *focus = QApplication::focusWidget();
  return focus && part->isAncestorOf(focus);
}

} // namespace

bool FocusRegions::treeHasFocus() const {
  return hasFocus(m_tree);
}

void FocusRegions::goHome() const {
  if (m_centre->place() == WindowCentre::Place::Failures)
    m_centre->failures()->focusTable();
  else if (m_centre->place() == WindowCentre::Place::Runs)
    m_centre->runs()->focusTable();
  else if (m_centre->showsOverview())
    m_centre->overview()->focusTable();
  else if (m_centre->showsQueue())
    m_centre->page()->focusList();
  else if (m_centre->place() == WindowCentre::Place::Start)
    m_centre->start()->focusField();
  else
    m_tree->focusTree();
}

void FocusRegions::step(int direction) const {
  if (m_centre->place() == WindowCentre::Place::Failures)
    return treeHasFocus() ? m_centre->failures()->focusTable() : m_tree->focusTree();
  if (m_centre->place() == WindowCentre::Place::Runs)
    return treeHasFocus() ? m_centre->runs()->focusTable() : m_tree->focusTree();
  if (m_centre->showsOverview())
    return stepInOverview(direction);
  stepInQueue(direction);
}

void FocusRegions::stepInOverview(int direction) const {
  OverviewPage *overview = m_centre->overview();
  const std::array<std::function<void()>, 3> regions{[this] { m_tree->focusTree(); },
                                                     [overview] { overview->focusFilter(); },
                                                     [overview] { overview->focusTable(); }};
  const int current = treeHasFocus() ? 0 : overview->filterHasFocus() ? 1 : 2;
  const int count = int(regions.size());
  regions[size_t((current + direction + count) % count)]();
}

/// By the order of stepInQueue(); -1 = none of them.
int FocusRegions::regionInQueue() const {
  if (treeHasFocus())
    return 0;
  if (hasFocus(m_centre->page()->stack()))
    return 3;
  if (!hasFocus(m_centre->page()->list()))
    return -1;
  return QApplication::focusWidget()->objectName() == QLatin1StringView("Search jobs") ? 1 : 2;
}

void FocusRegions::stepInQueue(int direction) const {
  QueuePage *page = m_centre->page();
  const std::array<std::function<void()>, 4> regions{
      [this] { m_tree->focusTree(); }, [page] { page->list()->focusSearch(); },
      [page] { page->list()->focusTable(); }, [page] { page->stack()->focusShown(); }};
  const int count = page->isOpen() ? int(regions.size()) : 1;
  regions[size_t((regionInQueue() + direction + count) % count)]();
}

} // namespace oxp
