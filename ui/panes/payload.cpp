// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/payload.h"

#include "policy/policy.h"
#include "json/layout.h"

#include <algorithm>

namespace oxp {
namespace {

bool isSensitiveKey(QByteArrayView key, const json::Pointer &) {
  return policy::fieldKind(key.toByteArray()) == policy::FieldKind::Sensitive;
}

int countReason(const json::Elisions &elisions, json::Elision::Reason reason) {
  int count = 0;
  for (int i = 0; i < elisions.size(); ++i)
    count += elisions.at(i).reason == reason;
  return count;
}

ShownPayload brokenPayload(const QByteArray &data, const json::ScanError &error) {
  ShownPayload shown;
  shown.error = error;
  if (error.code == json::ScanError::Code::BadUtf8) {
    shown.form = ShownPayload::Form::NotUtf8;
    shown.text = hexDump(data);
  } else {
    shown.form = ShownPayload::Form::Broken;
    shown.text = data;
  }
  return shown;
}

} // namespace

ShownPayload showPayload(const QByteArray &data, bool present, bool maskSensitive) {
  ShownPayload shown;
  if (!present || data.isEmpty()) {
    shown.form = ShownPayload::Form::Empty;
    return shown;
  }
  const json::Scan scan = json::scan(data);
  if (!scan.valid()) {
    // A broken text may hold bytes that are no UTF-8 behind its first error.
    if (!data.isValidUtf8())
      return brokenPayload(data, {json::ScanError::Code::BadUtf8, 0});
    return brokenPayload(data, *scan.error);
  }
  shown.text = json::layOut(data, scan, json::Style::pretty());
  if (maskSensitive)
    shown.text = json::mask(shown.text, shown.elisions, isSensitiveKey);
  shown.text = json::elideLong(shown.text, shown.elisions);
  shown.masked = countReason(shown.elisions, json::Elision::Reason::Masked);
  shown.shortened = countReason(shown.elisions, json::Elision::Reason::Long);
  return shown;
}

QByteArray hexDump(const QByteArray &data, qsizetype limit) {
  constexpr qsizetype Width = 16;
  const qsizetype shown = std::min(data.size(), limit);
  QByteArray out;
  out.reserve(shown / Width * 78 + 78);
  for (qsizetype row = 0; row < shown; row += Width) {
    const QByteArrayView bytes = QByteArrayView(data).sliced(row, std::min(Width, shown - row));
    QByteArray text;
    out += QByteArray::number(row, 16).rightJustified(8, '0') + "  ";
    for (const char byte : bytes) {
      out += QByteArray::number(uchar(byte), 16).rightJustified(2, '0') + ' ';
      text += byte >= 0x20 && byte < 0x7f ? byte : '.';
    }
    out += QByteArray(3 * (Width - bytes.size()), ' ') + ' ' + text + '\n';
  }
  return out;
}

Result<SavePlan> planSave(const JobSnapshot &baseline, const QByteArray &editorText,
                          const json::Elisions &elisions) {
  const json::Scan scan = json::scan(editorText, &elisions);
  if (!scan.valid())
    return fail(ErrorKind::Invalid, u"the edited text is not valid JSON"_qs, "syntax", scan.error->offset);
  const QByteArray edited = elisions.isEmpty() ? editorText : elisions.expand(editorText);
  SavePlan plan;
  auto splices = json::splicesFor(baseline.data, edited);
  if (!splices)
    return fail(splices.error());
  plan.splices = std::move(*splices);
  plan.newData = json::apply(baseline.data, plan.splices);
  if (!plan.splices.empty())
    plan.changes = json::diff(baseline.data, plan.newData);
  return plan;
}

bool changesSensitive(const std::vector<json::Change> &changes) {
  return std::any_of(changes.begin(), changes.end(), [](const json::Change &change) {
    return policy::pointerKind(change.pointer.toString()) == policy::FieldKind::Sensitive;
  });
}

} // namespace oxp
