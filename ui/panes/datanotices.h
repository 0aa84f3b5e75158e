// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <initializer_list>
#include <vector>

namespace oxp {

class Banner;

/// What happens to the text of a job, as far as it makes something untrue that is said above it.
enum class DataEvent {
  Edited,     ///< the person changed the text
  CaretMoved, ///< or looked elsewhere in it
  Valid,      ///< the text is valid JSON
  SaveAsked,  ///< Save was pressed, and begins
  Told,       ///< the end of a save is said
  Stored,     ///< what stands in the editor is what is stored
  Read,       ///< the server answered
  Shown,      ///< what is stored is shown anew
  Unchanged,  ///< a look at the server found what the text is based on
  Answered,   ///< the draft that was offered is taken or not
  Restored,   ///< a draft is the text now
  Replaced,   ///< the text of a file is
  Gone,       ///< the job is gone
  Back,       ///< and there again
};

/// One kind of notice above the text, and what ends it. That another job is opened ends all of them.
struct DataNotice {
  QByteArray id;
  std::vector<DataEvent> ends;
};

/// All of them: what is not here is not posted.
const std::vector<DataNotice> &dataNotices();
/// Takes back what the event has made untrue, or what it answers.
void endNotices(Banner &banner, DataEvent event);
/// Whether it ends this one.
bool ends(DataEvent event, const QByteArray &id);

} // namespace oxp
