// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rowdensity.h"

#include "ui/views/queuetreepanel.h"
#include "ui/window/windowcentre.h"
#include "workspace/settings.h"

namespace oxp {
namespace {

constexpr int SmallHeight = 720; // px of a window; below it rows are compact unless a person has chosen

} // namespace

bool RowDensity::isCompact() const {
  return m_settings.isSet(setting::CompactRows) ? m_settings.value(setting::CompactRows)
                                                : m_window->height() < SmallHeight;
}

void RowDensity::choose(bool compact) {
  m_settings.set(setting::CompactRows, compact);
  apply();
}

void RowDensity::apply() {
  m_applied = isCompact();
  m_centre->setCompact(m_applied);
  m_tree->setCompact(m_applied);
}

bool RowDensity::fit() {
  if (isCompact() == m_applied)
    return false;
  apply();
  return true;
}

} // namespace oxp
