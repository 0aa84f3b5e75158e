// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attemptnode.h"

#include "models/format.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

using Kind = AttemptsModel::RowKind;
using Node = AttemptsModel::Node;
using Origin = StackFrame::Origin;

constexpr qsizetype MostPackages = 4; ///< named in a fold's row

QString attemptWords(const TraceGroup &group) {
  const int known = int(group.attempts.size()), unknown = group.traces - known;
  if (known == 0)
    return group.traces == 1 ? AttemptsModel::tr("An earlier attempt")
                             : AttemptsModel::tr("%n earlier attempts", nullptr, group.traces);
  const QString numbers = attemptRanges(group.attempts);
  const QString words = known == 1 ? AttemptsModel::tr("Attempt %1").arg(numbers)
                                   : AttemptsModel::tr("Attempts %1").arg(numbers);
  return unknown == 0 ? words : AttemptsModel::tr("%1 and %n earlier", nullptr, unknown).arg(words);
}

QString attemptAside(const TraceGroup &group, bool first) {
  QStringList parts;
  if (group.traces == 2)
    parts << AttemptsModel::tr("the same trace twice");
  else if (group.traces > 2)
    parts << AttemptsModel::tr("the same trace %n times", nullptr, group.traces);
  if (!first)
    parts << (group.sameError ? AttemptsModel::tr("the same error from another place")
                              : AttemptsModel::tr("another error, so the cause may have changed"));
  return parts.join(u" · "_s);
}

/// The frames of a fold, or of a fold's rows.
std::vector<const StackFrame *> framesBelow(const Node &fold) {
  std::vector<const StackFrame *> frames;
  for (const auto &child : fold.children)
    frames.push_back(&child->frame());
  return frames;
}

/// The packages of a fold, the most frequent first.
std::vector<std::pair<QString, int>> packagesBelow(const Node &fold) {
  QMap<QString, int> counts;
  for (const StackFrame *frame : framesBelow(fold))
    ++counts[frame->package];
  std::vector<std::pair<QString, int>> packages;
  for (auto it = counts.cbegin(); it != counts.cend(); ++it)
    packages.emplace_back(it.key(), it.value());
  std::stable_sort(packages.begin(), packages.end(),
                   [](const auto &one, const auto &other) { return one.second > other.second; });
  return packages;
}

bool holds(const Node &fold, Origin origin) {
  const auto frames = framesBelow(fold);
  return std::any_of(frames.begin(), frames.end(), [&](const StackFrame *f) { return f->origin == origin; });
}

/// `18 frames of node_modules and node:internal`; where there is one package, its name.
QString foldWords(const Node &fold) {
  const int count = int(fold.children.size());
  const auto packages = packagesBelow(fold);
  const bool ofPackages = holds(fold, Origin::Package), ofNode = holds(fold, Origin::Node);
  QString whose = u"node_modules"_s;
  if (ofPackages && ofNode)
    whose = AttemptsModel::tr("node_modules and node:internal");
  else if (ofNode)
    whose = u"node:internal"_s;
  else if (!ofPackages)
    return AttemptsModel::tr("%n built-in frame(s)", nullptr, count);
  if (packages.size() == 1 && ofPackages)
    whose = packages.front().first;
  return AttemptsModel::tr("%n frame(s) of %1", nullptr, count).arg(whose);
}

QString foldAside(const Node &fold) {
  QStringList parts;
  const auto packages = packagesBelow(fold);
  for (const auto &[name, count] : packages)
    parts << name + u' ' + format::number(count);
  if (parts.size() > MostPackages)
    parts = parts.first(MostPackages) << u"…"_s;
  if (packages.size() == 1 && holds(fold, Origin::Package))
    parts.clear();
  if (fold.before >= 0 && fold.after >= 0)
    parts << AttemptsModel::tr("between %1 and %2").arg(fold.before).arg(fold.after);
  return format::joined(parts);
}

QString titleWords(const Node &node) {
  return node.line().text.trimmed();
}

} // namespace

const AttemptsModel::Node &AttemptsModel::Node::top() const {
  const Node *node = this;
  while (node->parent && node->parent->parent)
    node = node->parent;
  return *node;
}

QString AttemptsModel::Node::words() const {
  switch (kind) {
  case RowKind::Attempt:
    return attemptWords(*group);
  case RowKind::Silent:
    return attempt > 0 ? AttemptsModel::tr("Attempt %1").arg(format::number(attempt))
                       : AttemptsModel::tr("The last failure");
  case RowKind::Title:
    return titleWords(*this);
  case RowKind::Text:
  case RowKind::LongText:
    return line().text;
  case RowKind::LongNote:
    return AttemptsModel::tr("This line has %1 characters.").arg(format::number(line().characters));
  case RowKind::Frame:
    return frame().function + u' ' + frame().place;
  case RowKind::Fold:
    return foldWords(*this);
  case RowKind::LeftOut:
    return AttemptsModel::tr("%L1 more line(s)", nullptr,
                             int(std::min<qint64>(top().group->trace.linesLeftOut, INT_MAX)))
        .arg(top().group->trace.linesLeftOut);
  }
  return {};
}

QString AttemptsModel::Node::aside() const {
  switch (kind) {
  case RowKind::Attempt:
    return attemptAside(*group, row == 0);
  case RowKind::Silent:
    return AttemptsModel::tr("no trace was kept; the reason stands above");
  case RowKind::Fold:
    return foldAside(*this);
  default:
    return {};
  }
}

QString AttemptsModel::Node::description() const {
  switch (kind) {
  case RowKind::Frame:
    return frame().isOwn()
               ? AttemptsModel::tr("own frame %1").arg(frame().number)
               : AttemptsModel::tr("frame %1, %2").arg(QString::number(frame().number), frame().package);
  case RowKind::LongText:
  case RowKind::LongNote:
  case RowKind::LeftOut:
    return AttemptsModel::tr("Return shows all of it");
  default:
    return aside();
  }
}

QVariant AttemptsModel::Node::value(int role) const {
  const bool isFrame = kind == RowKind::Frame;
  switch (role) {
  case RowKindRole:
    return int(kind);
  case FrameNumberRole:
    return isFrame ? frame().number : QVariant();
  case FunctionRole:
    return isFrame ? frame().function : QVariant();
  case PlaceRole:
    return isFrame ? frame().place : QVariant();
  case ForeignRole:
    return isFrame && !frame().isOwn();
  case AsideRole:
    return aside();
  case ClassRole:
    return kind == RowKind::Title ? format::errorParts(titleWords(*this).toUtf8()).className : QVariant();
  case CharactersRole:
    return kind == RowKind::LongNote ? line().characters : QVariant();
  case Qt::ToolTipRole:
    return isFrame ? format::tipText(text()) : QVariant();
  case Qt::AccessibleDescriptionRole:
    return description();
  default:
    return {};
  }
}

QByteArray AttemptsModel::Node::text() const {
  QByteArray whole = traceText();
  switch (kind) {
  case RowKind::Title:
  case RowKind::Text:
  case RowKind::LongText:
  case RowKind::LongNote:
    return whole.mid(line().offset, line().length);
  case RowKind::Frame:
    return whole.mid(frame().offset, frame().length).trimmed();
  case RowKind::Fold: {
    QByteArray lines;
    for (const auto &child : children)
      lines += (lines.isEmpty() ? "" : "\n") + child->text();
    return lines;
  }
  case RowKind::Attempt:
  case RowKind::LeftOut:
    return whole;
  case RowKind::Silent:
    return {};
  }
  return {};
}

bool AttemptsModel::Node::sameShape(const Nodes &others) const {
  return std::equal(children.begin(), children.end(), others.begin(), others.end(),
                    [](const auto &one, const auto &other) {
                      return one->kind == other->kind && one->sameShape(other->children);
                    });
}

} // namespace oxp
