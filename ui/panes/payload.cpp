// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/payload.h"

#include "base/background.h"
#include "ui/editor/analysis.h"
#include "ui/editor/pilllabel.h"
#include "json/fields.h"
#include "json/layout.h"

#include <QHash>

#include <algorithm>
#include <future>

namespace oxp {
namespace {

constexpr qsizetype HereLimit = 200'000;      // bytes; larger payloads are laid out by a worker
constexpr qsizetype MaskInsideLimit = 50'000; // bytes; larger containers are masked as a whole

/// Asked once, or not much more often, about the few keys that a text repeats a million times.
json::MaskRule rememberingRule(const policy::Rules &rules) {
  constexpr qsizetype Remembered = 10'000;
  return [&rules, known = QHash<QByteArray, bool>()](QByteArrayView key, const json::Pointer &) mutable {
    const QByteArray word = QByteArray::fromRawData(key.data(), key.size());
    if (const auto found = known.constFind(word); found != known.constEnd())
      return *found;
    if (known.size() >= Remembered)
      known.clear();
    return *known.insert(key.toByteArray(), rules.isSensitive(key.toByteArray()));
  };
}

bool holdsSensitiveKey(const policy::Rules &rules, const QByteArray &text, const json::Scan &scan) {
  return json::anyKey(text, scan, [&](const QByteArray &key) { return rules.isSensitive(key); });
}

bool holdsLongValue(const json::Scan &scan) {
  return std::any_of(scan.tokens.begin(), scan.tokens.end(),
                     [](const json::Token &token) { return token.length > json::LongValue; });
}

/// What a look at the tokens tells.
struct PayloadLook {
  qint64 compactSize;
  bool holdsSensitiveKey; ///< that is to be masked
  bool holdsLongValue;

  PayloadLook(const QByteArray &data, const json::Scan &scan, const Masks &masks)
      : compactSize(oxp::compactSize(scan, data, {}))
      , holdsSensitiveKey(masks && oxp::holdsSensitiveKey(*masks, data, scan))
      , holdsLongValue(oxp::holdsLongValue(scan)) {}
};

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

/// A text with characters of the kind that masks are made of has no place for masks.
bool resists(const Masks &masks, const QByteArray &text) {
  return json::Elisions::hasMarks(text) && masks->textKind(text) == policy::FieldKind::Sensitive;
}

} // namespace

ShownPayload showPayload(const QByteArray &data, bool present, const Masks &masks, int columns) {
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
    if (masks) {
      shown.hidden = true;
      shown.text = "••••";
    }
    return shown;
  }
  if (masks && resists(masks, data)) {
    shown.hidden = true;
    shown.text = "••••";
    return shown;
  }
  const auto when = data.size() > HereLimit ? std::launch::async : std::launch::deferred;
  auto looked = std::async(when, [&] { return PayloadLook(data, scan, masks); });
  shown.text = json::layOut(data, scan, json::Style::readable(columns));
  const PayloadLook look = looked.get();
  shown.layout = data.size() - look.compactSize;
  // Where there is nothing to hide or to shorten, the text is not read again for it.
  if (look.holdsSensitiveKey)
    shown.text = json::mask(shown.text, shown.elisions, rememberingRule(*masks));
  if (look.holdsLongValue)
    shown.text = json::elideLong(shown.text, shown.elisions);
  shown.masked = countReason(shown.elisions, json::Elision::Reason::Masked);
  shown.shortened = countReason(shown.elisions, json::Elision::Reason::Long);
  return shown;
}

ShownPayload showTyped(const QByteArray &text, const json::Elisions &elisions, const Masks &masks) {
  ShownPayload shown;
  shown.elisions = elisions;
  shown.text = masks ? json::mask(text, shown.elisions, rememberingRule(*masks)) : text;
  shown.hidden = masks && (!json::scan(text).valid() || resists(masks, text));
  shown.text = json::elideLong(shown.text, shown.elisions);
  return shown;
}

void showPayloadLater(QObject *context, const QByteArray &data, bool present, const Masks &masks,
                      const std::function<void(const ShownPayload &)> &handler, int columns) {
  const auto make = [data, present, masks, columns] { return showPayload(data, present, masks, columns); };
  if (data.size() <= HereLimit)
    handler(make());
  else
    runInBackground<ShownPayload>(context, make, handler);
}

QByteArray maskedValue(const policy::Rules &rules, const QByteArray &json, const json::Pointer &at) {
  static const QList<QByteArray> tellNothing{"", "null", "true", "false", "\"\"", "[]", "{}"};
  if (tellNothing.contains(json))
    return json;
  if (rules.isSensitive(at))
    return maskOf(json);
  const bool container = json.startsWith('{') || json.startsWith('[');
  if (!container)
    return json;
  if (json.size() > MaskInsideLimit)
    return maskOf(json);
  if (rules.textKind(json) != policy::FieldKind::Sensitive)
    return json;
  json::Elisions masked;
  QByteArray text = json::mask(json, masked, rememberingRule(rules));
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
                          const json::Elisions &elisions, std::shared_ptr<const json::Scan> editorScan) {
  const auto policy = baseline.data.size() > HereLimit ? std::launch::async : std::launch::deferred;
  auto stored =
      std::async(policy, [data = baseline.data] { return std::make_shared<const json::ScannedText>(data); });
  if (!editorScan)
    editorScan = std::make_shared<json::Scan>(json::scan(editorText, &elisions));
  if (!editorScan->valid())
    return fail(ErrorKind::Invalid, u"the edited text is not valid JSON"_qs, "syntax",
                editorScan->error->offset);
  const QByteArray edited = elisions.expand(editorText);
  if (!elisions.isEmpty())
    editorScan = std::make_shared<json::Scan>(json::scan(edited));
  SavePlan plan;
  plan.scanned = stored.get();
  auto splices = json::splicesFor(baseline.data, plan.scanned->scan(), edited, *editorScan);
  if (!splices)
    return fail(splices.error());
  plan.splices = std::move(*splices);
  plan.newData = json::apply(baseline.data, plan.splices);
  plan.changes = json::diff(*plan.scanned, plan.newData, plan.splices);
  return plan;
}

} // namespace oxp
