// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "search/matcher.h"
#include "json/scanner.h"

#include <QByteArrayList>
#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace oxp {

enum class ExportFormat {
  Ndjson, ///< a JSON object a line
  Json,   ///< one array of the same objects, one a line
  Csv,    ///< RFC 4180 with a header line
};

/// Writes jobs down as text. Members are named as BullMQ's `job.toJSON()` names them; a field that the hash
/// does not have is left out.
///
/// - data, opts, returnvalue, progress, parent and stacktrace go out byte for byte as stored when they are
///   JSON. Only where a line break stands between tokens, the white space between tokens is dropped. What is
///   no JSON goes out as a string under another name: `dataText`; what is no UTF-8 either as `dataBase64`.
/// - Numbers are written as stored, and as a string when they are none.
/// - CSV: a cell holds the field's bytes as stored, quoted where RFC 4180 wants it and where a spreadsheet
///   would take it for a formula (`=`, `+`, `-`, `@`, a tab or a line break at its head; numbers do not
///   count): nothing is put before it, so that what is read back is what was stored. An empty field is `""`,
///   a missing one nothing. The last column names the columns of the row that are Base64.
/// - Hidden values are replaced by a mask, all bytes around them stay. A text that should be JSON and is not
///   is masked as a whole, for nobody knows what stands in it.
class ExportText {
public:
  /// No `hides`: everything is written as it is.
  explicit ExportText(ExportFormat format, search::Hides hides = {});

  /// The fields of a job's hash, in the order that add() wants them in.
  static const std::vector<QByteArray> &hashFields();

  void begin(QByteArray &out) const;
  /// `values`: views that are null (not empty) where the hash has no such field.
  void add(QByteArray &out, const QueueId &queue, JobState state, const QByteArray &id,
           std::span<const QByteArrayView> values);
  void end(QByteArray &out) const;
  /// How many values are masked in what was added.
  qint64 masked() const { return m_masked; }

private:
  class Pen;
  /// What a field's bytes turned out to be.
  struct Value {
    QByteArrayView bytes; ///< to be written; of `kept` where something had to be changed
    QByteArray kept = {};
    enum class Form {
      Json,
      Plain, ///< a text that stands in a JSON string as it is
      Text,
      Binary,
    } form = Form::Text;
  };
  Value jsonValue(QByteArrayView stored);
  Value maskedValue(QByteArrayView stored, const json::Scan &scan);
  static Value textValue(QByteArrayView stored);
  bool isHidden(QByteArrayView keyToken);
  void addObject(Pen &pen, const QByteArray &id, std::span<const QByteArrayView> values);
  void addLine(Pen &pen, const QByteArray &id, std::span<const QByteArrayView> values);
  static void putColumn(Pen &pen, const Value &value);
  void setPlace(const QueueId &queue, JobState state);

  ExportFormat m_format;
  search::Hides m_hides;
  QHash<QByteArray, bool> m_hidden; ///< by key token, for its look-up costs more than all else
  bool m_first = true;
  qint64 m_masked = 0;
  QueueId m_queue; ///< of the last job
  std::optional<JobState> m_state;
  QByteArray m_place;           ///< both of them, written down
  QByteArrayList m_placeBinary; ///< columns of it that are Base64
};

} // namespace oxp
