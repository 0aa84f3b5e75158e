// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/job.h"
#include "policy/rules.h"
#include "json/diff.h"
#include "json/elisions.h"
#include "json/scannedtext.h"
#include "json/splice.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace oxp {

/// How a job's data are shown in the editor. Pure values, any thread.
struct ShownPayload {
  enum class Form {
    Json,    ///< valid JSON, laid out for reading
    Broken,  ///< text that is not valid JSON, as it is stored
    Empty,   ///< no data, or '' (workers read {})
    NotUtf8, ///< not text: hex, read only
  };
  Form form = Form::Json;
  QByteArray text; ///< what the editor shows; an elided value is one private-use character
  json::Elisions elisions;
  std::optional<json::ScanError> error; ///< why Form::Broken
  bool hidden = false; ///< sensitive values that cannot be masked by place: the text is dots only
  qint64 layout = -1;  ///< bytes of white space in what is stored; -1 where it is shown as it is stored
  int masked = 0;
  int shortened = 0;
};

/// The rules by which values of sensitive keys are masked; null: nothing is masked.
using Masks = policy::SharedRules;

/// Lays the stored bytes out for the editor: pretty, values of sensitive keys masked, long values shortened.
/// `columns`: the room for a line in characters, 0 where nobody knows.
ShownPayload showPayload(const QByteArray &data, bool present, const Masks &masks, int columns = 0);

/// The same for text that a person has typed: its layout stays, and where it cannot be masked it is shown as
/// it is and `hidden` says that it should not be. `elisions`: a table that it goes on with.
ShownPayload showTyped(const QByteArray &text, const json::Elisions &elisions, const Masks &masks);

/// The same for the window: at once for small payloads, by a worker thread for large ones. `handler` is not
/// called when `context` has gone.
void showPayloadLater(QObject *context, const QByteArray &data, bool present, const Masks &masks,
                      const std::function<void(const ShownPayload &)> &handler, int columns = 0);

/// A value for reading, with the sensitive ones in it masked: `at` is where it stands in the payload. Large
/// containers are masked as a whole, so that this takes no time.
QByteArray maskedValue(const policy::Rules &rules, const QByteArray &json, const json::Pointer &at);

/// Rows of sixteen bytes with their offset and printable characters.
QByteArray hexDump(const QByteArray &data, qsizetype limit = 1'000'000);

/// What a save would write.
struct SavePlan {
  std::vector<json::Splice> splices;                ///< on the stored bytes; empty = nothing to save
  QByteArray newData;                               ///< the whole field afterwards
  std::vector<json::Change> changes;                ///< as a person reads it
  std::shared_ptr<const json::ScannedText> scanned; ///< the stored bytes
};

/// Puts elisions and masks back, checks the syntax and finds the splices. Invalid (with the offset in the
/// editor's text) when the text is not valid JSON. `editorScan`: the text's token table, where the editor has
/// it.
Result<SavePlan> planSave(const JobSnapshot &baseline, const QByteArray &editorText,
                          const json::Elisions &elisions,
                          std::shared_ptr<const json::Scan> editorScan = nullptr);

} // namespace oxp
