// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/payload.h"

#include "base/background.h"
#include "policy/policy.h"
#include "ui/editor/analysis.h"
#include "ui/editor/pilllabel.h"
#include "json/layout.h"

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype HereLimit = 200'000;      // bytes; larger payloads are laid out by a worker
constexpr qsizetype MaskInsideLimit = 50'000; // bytes; larger containers are masked as a whole

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

QByteArray maskOf(const QByteArray &json) {
  json::Elisions one;
  one.add(json, json::Elision::Reason::Masked);
  return pillLabel(one.at(0)).toUtf8();
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
    shown = brokenPayload(data, data.isValidUtf8() ? *scan.error
                                                   : json::ScanError{json::ScanError::Code::BadUtf8, 0});
    // Nobody knows what stands behind the error, so there is no masking by key.
    if (maskSensitive) {
      shown.hidden = true;
      shown.text = "••••";
    }
    return shown;
  }
  shown.text = json::layOut(data, scan, json::Style::pretty());
  shown.layout = data.size() - compactSize(scan, data, {});
  if (maskSensitive)
    shown.text = json::mask(shown.text, shown.elisions, isSensitiveKey);
  shown.text = json::elideLong(shown.text, shown.elisions);
  shown.masked = countReason(shown.elisions, json::Elision::Reason::Masked);
  shown.shortened = countReason(shown.elisions, json::Elision::Reason::Long);
  return shown;
}

ShownPayload showTyped(const QByteArray &text, const json::Elisions &elisions, bool maskSensitive) {
  ShownPayload shown;
  shown.elisions = elisions;
  shown.text = maskSensitive ? json::mask(text, shown.elisions, isSensitiveKey) : text;
  shown.text = json::elideLong(shown.text, shown.elisions);
  return shown;
}

void showPayloadLater(QObject *context, const QByteArray &data, bool present, bool maskSensitive,
                      const std::function<void(const ShownPayload &)> &handler) {
  const auto make = [data, present, maskSensitive] { return showPayload(data, present, maskSensitive); };
  if (data.size() <= HereLimit)
    handler(make());
  else
    runInBackground<ShownPayload>(context, make, handler);
}

QByteArray maskedValue(const QByteArray &json, const json::Pointer &at) {
  static const QList<QByteArray> tellNothing{"", "null", "true", "false", "\"\"", "[]", "{}"};
  if (tellNothing.contains(json))
    return json;
  if (policy::pointerKind(at.toString()) == policy::FieldKind::Sensitive)
    return maskOf(json);
  const bool container = json.startsWith('{') || json.startsWith('[');
  if (!container)
    return json;
  if (json.size() > MaskInsideLimit)
    return maskOf(json);
  if (policy::textKind(json) != policy::FieldKind::Sensitive)
    return json;
  json::Elisions masked;
  QByteArray text = json::mask(json, masked, isSensitiveKey);
  if (masked.isEmpty())
    return maskOf(json); // it could not be masked by place
  for (int i = 0; i < masked.size(); ++i)
    text.replace(json::Elisions::mark(i), pillLabel(masked.at(i)).toUtf8());
  return text;
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
