// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/datanotices.h"

#include "ui/widgets/banner.h"

#include <algorithm>

namespace oxp {

const std::vector<DataNotice> &dataNotices() {
  using E = DataEvent;
  static const std::vector<DataNotice> all = {
      // what is stored
      {"form", {E::Stored, E::Shown, E::Replaced}},
      {"read", {E::Read, E::Shown}},
      {"gone", {E::Back}},
      {"changed", {E::Stored, E::Shown, E::Unchanged, E::Gone}},
      // what is typed
      {"draft", {E::Answered, E::Restored}},
      {"kept", {E::Edited, E::SaveAsked, E::Stored, E::Shown, E::Gone}},
      {"discarded", {E::Edited, E::SaveAsked, E::Stored, E::Restored, E::Replaced}},
      {"invalid", {E::Edited, E::Valid, E::SaveAsked, E::Stored, E::Shown, E::Restored}},
      // what was asked for
      {"refused", {E::Edited, E::CaretMoved, E::SaveAsked, E::Told, E::Stored, E::Shown}},
      {"outcome", {E::SaveAsked}}, // else it stays until it is closed, or another one takes its place
  };
  return all;
}

bool ends(DataEvent event, const QByteArray &id) {
  const auto &all = dataNotices();
  const auto notice =
      std::find_if(all.begin(), all.end(), [&](const DataNotice &one) { return one.id == id; });
  return notice != all.end() &&
         std::find(notice->ends.begin(), notice->ends.end(), event) != notice->ends.end();
}

void endNotices(Banner &banner, DataEvent event) {
  for (const DataNotice &notice : dataNotices())
    if (ends(event, notice.id))
      banner.withdraw(notice.id);
}

} // namespace oxp
