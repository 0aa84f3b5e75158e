// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/editroad.h"

#include "edits/apply.h"

namespace oxp {
namespace {

Error errorOf(const edits::Problem &problem) {
  return {ErrorKind::Invalid, problemWord(problem.code),
          QStringLiteral("change %1 at %2").arg(problem.change + 1).arg(problem.at)};
}

} // namespace

QByteArray problemWord(edits::Problem::Code code) {
  using Code = edits::Problem::Code;
  switch (code) {
  case Code::NotJson:
    return "not-json";
  case Code::BadValue:
    return "bad-value";
  case Code::NothingThere:
    return "nothing-there";
  case Code::NotAnObject:
    return "no-object";
  case Code::NotAnArray:
    return "no-array";
  case Code::OutOfRange:
    return "out-of-range";
  case Code::NoNumber:
    return "no-number";
  case Code::NumberTooLong:
    return "number-too-long";
  case Code::KeyTaken:
    return "key-taken";
  case Code::ManyPlaces:
    return "many-places";
  case Code::IntoItself:
    return "into-itself";
  case Code::BadRegex:
    return "bad-regex";
  case Code::RegexTooCostly:
    return "regex-too-costly";
  case Code::TestFailed:
    return "test-failed";
  }
  return "change";
}

Result<void> EditRoad::change(SliceJob &slice) {
  const JobSnapshot &base = *slice.request.baseline;
  auto splices = edits::splicesOf(base.data, m_changes);
  if (!splices) {
    slice.refusal = errorOf(splices.error());
  } else if (splices->empty()) {
    slice.refusal = Error{ErrorKind::WrongState, "unchanged", QStringLiteral("it is so already")};
  } else {
    slice.request.splices = std::move(*splices);
    slice.request.newData = json::apply(base.data, slice.request.splices);
  }
  return {};
}

} // namespace oxp
