// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run.h"

#include <QByteArray>

namespace oxp {

enum class ResultsFormat {
  Ndjson, ///< a JSON object a line
  Csv,    ///< RFC 4180 with a header line
};

/// What became of the jobs of a run, as text for other programs: `id` (`idBase64` where it is no UTF-8),
/// `timestamp` of the job, `state` in which it was chosen, `outcome`, `error` and `code` of what was not
/// done, `at` (ISO 8601, UTC), `settled`, and `record`, its number in the record of changes. Words are those
/// of the store, in no language.
class ResultsText {
public:
  explicit ResultsText(ResultsFormat format)
      : m_format(format) {}

  QByteArray head() const;
  QByteArray line(const audit::RunItem &item) const;

private:
  ResultsFormat m_format;
};

} // namespace oxp
