// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changewords.h"

#include "models/format.h"
#include "ui/editor/scansentences.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace oxp::changewords {
namespace {

constexpr qsizetype LongestPath = 200;

struct ChangeWords {
  Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

using Fault = edits::DraftFault;
using Kind = edits::Change::Kind;
using Code = edits::Problem::Code;

/// A path of the payload as it is written in the form; a pointer into a patched value as it is.
QString shownPath(const QString &at) {
  const QString path = at.startsWith(u'/')                   ? at
                       : at.startsWith(u'[') || at.isEmpty() ? u"data"_s + at
                                                             : u"data."_s + at;
  return format::safeText(path.toUtf8(), LongestPath);
}

/// What a path's last step should have led into.
QString shownParent(const QString &at) {
  auto path = edits::pathFrom(at);
  if (!path || path->empty())
    return shownPath(at);
  path->pop_back();
  return format::safeText(search::Path{search::Field::Data, *path}.toString().toUtf8(), LongestPath);
}

QString patchProblem(const QString &at) {
  return at.isEmpty() ? ChangeWords::tr("a test of the patch fails")
                      : ChangeWords::tr("the patch's test of %1 fails").arg(at);
}

QString inBraces(const QString &name) {
  return u'{' + format::bounded(name, LongestPath) + u'}';
}

} // namespace

QString kind(Kind kind) {
  switch (kind) {
  case Kind::Set:
    return ChangeWords::tr("Set");
  case Kind::SetIfAbsent:
    return ChangeWords::tr("Set if absent");
  case Kind::Remove:
    return ChangeWords::tr("Remove");
  case Kind::Rename:
    return ChangeWords::tr("Rename");
  case Kind::Move:
    return ChangeWords::tr("Move");
  case Kind::Increment:
    return ChangeWords::tr("Increment");
  case Kind::ReplaceText:
    return ChangeWords::tr("Replace text");
  case Kind::Patch:
    return ChangeWords::tr("JSON Patch");
  case Kind::MergePatch:
    return ChangeWords::tr("Merge patch");
  }
  return {};
}

QString fault(const Fault &fault) {
  switch (fault.code) {
  case Fault::Code::Missing:
    return ChangeWords::tr("Nothing stands there yet");
  case Fault::Code::BadPath:
    return ChangeWords::tr(
        "This is no path; they look like data.items[*].sku, and an odd key stands in quotes");
  case Fault::Code::OtherRoot:
    return ChangeWords::tr("Only the payload is edited here; a key of it is written %1").arg(fault.detail);
  case Fault::Code::WholePayload:
    return ChangeWords::tr("The payload itself stays; name a value in it");
  case Fault::Code::NoKey:
    return ChangeWords::tr("Only a key can be renamed, and this path ends in an element");
  case Fault::Code::NotOneKey:
    return ChangeWords::tr("A new name is one key; put it in quotes if it has dots, or choose Move");
  case Fault::Code::ManyPlaces:
    return ChangeWords::tr("Move goes from one place to one place, without [*]");
  case Fault::Code::IntoItself:
    return ChangeWords::tr("A value cannot be moved onto or below itself");
  case Fault::Code::BadJson:
    return fault.json ? ChangeWords::tr("No valid JSON: %1, at character %2")
                            .arg(scanSentence(fault.json->code), format::number(fault.json->offset + 1))
                      : ChangeWords::tr("No valid JSON");
  case Fault::Code::NoNumber:
    return ChangeWords::tr("A number is needed here, such as 1 or -0.10");
  case Fault::Code::NoPatch:
    return ChangeWords::tr(
        "No list of operations such as [{\"op\":\"replace\",\"path\":\"/a\",\"value\":1}]");
  case Fault::Code::BadRegex:
    return ChangeWords::tr("No regular expression: %1").arg(fault.detail);
  case Fault::Code::NoGroup:
    return ChangeWords::tr("The expression has no group for %1").arg(fault.detail);
  case Fault::Code::UnknownName:
    return ChangeWords::tr("Nothing is asked under the name %1").arg(inBraces(fault.detail));
  case Fault::Code::NameInPath:
    return ChangeWords::tr("An answer is put into values only, and not into a path: %1")
        .arg(inBraces(fault.detail));
  }
  return {};
}

QString missing(Kind kind, Fault::Field field) {
  if (field == Fault::Field::Path)
    return ChangeWords::tr("a path");
  switch (kind) {
  case Kind::Rename:
    return ChangeWords::tr("a new name");
  case Kind::Move:
    return ChangeWords::tr("a new path");
  case Kind::Increment:
    return ChangeWords::tr("a number");
  case Kind::ReplaceText:
    return ChangeWords::tr("a text to look for");
  case Kind::Patch:
  case Kind::MergePatch:
    return ChangeWords::tr("a patch");
  default:
    return ChangeWords::tr("a value");
  }
}

QString codecFault(const edits::CodecFault &fault) {
  if (fault.change < 0)
    return ChangeWords::tr("This is no list of changes in JSON");
  return ChangeWords::tr("Change %1: “%2” is missing or wrong")
      .arg(format::number(fault.change + 1), QString::fromUtf8(fault.member));
}

QString problem(const edits::Problem &problem) {
  const QString at = shownPath(problem.at);
  switch (problem.code) {
  case Code::NotJson:
    return ChangeWords::tr("its data are no valid JSON");
  case Code::BadValue:
    return ChangeWords::tr("the value for %1 does not fit there").arg(at);
  case Code::NothingThere:
    return ChangeWords::tr("there is no %1").arg(at);
  case Code::NotAnObject:
    return ChangeWords::tr("%1 is not an object").arg(shownParent(problem.at));
  case Code::NotAnArray:
    return ChangeWords::tr("%1 is not a list").arg(shownParent(problem.at));
  case Code::OutOfRange:
    return ChangeWords::tr("the list ends before %1").arg(at);
  case Code::NoNumber:
    return ChangeWords::tr("%1 is not a number").arg(at);
  case Code::NumberTooLong:
    return ChangeWords::tr("%1 would become a number of over 1,000 digits").arg(at);
  case Code::KeyTaken:
    return ChangeWords::tr("there is something at the new place of %1 already").arg(at);
  case Code::ManyPlaces:
    return ChangeWords::tr("%1 leads to several places").arg(at);
  case Code::IntoItself:
    return ChangeWords::tr("%1 cannot be moved below itself").arg(at);
  case Code::BadRegex:
    return ChangeWords::tr("the regular expression cannot be read");
  case Code::RegexTooCostly:
    return ChangeWords::tr("the regular expression takes too long on %1").arg(at);
  case Code::TestFailed:
    return patchProblem(problem.at);
  }
  return {};
}

} // namespace oxp::changewords
