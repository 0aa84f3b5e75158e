// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stackframe.h"

#include "models/format.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

constexpr qsizetype LongestLine = 4'096; ///< bytes; a frame is shorter, even one of a data: URL is cut here
constexpr qsizetype LongestShown = 500;  ///< bytes of a name or a place
constexpr QByteArrayView Modules = "node_modules/";
constexpr QByteArrayView Anonymous = "<anonymous>";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// `text` without `:digits` at its end; unchanged where there are none.
QByteArrayView withoutNumber(QByteArrayView text) {
  qsizetype end = text.size();
  while (end > 0 && isDigit(text[end - 1]))
    --end;
  return end > 1 && end < text.size() && text[end - 1] == ':' ? text.first(end - 1) : text;
}

/// The file of `file:line:column` or `file:line`; empty when there is no line.
QByteArrayView fileOf(QByteArrayView place) {
  const QByteArrayView once = withoutNumber(place);
  return once.size() == place.size() ? QByteArrayView() : withoutNumber(once);
}

bool isPlace(QByteArrayView place) {
  return !fileOf(place).isEmpty() || place == Anonymous || place == "native" || place == "unknown location" ||
         (place.startsWith("index ") && place.size() > 6 && isDigit(place.back()));
}

/// `eval at run (/srv/a.js:3:5), <anonymous>:1:1`: code that was made there.
QByteArrayView insideEval(QByteArrayView place) {
  if (!place.startsWith("eval at "))
    return place;
  const qsizetype open = place.lastIndexOf('('), close = place.indexOf(')', std::max<qsizetype>(open, 0));
  const QByteArrayView inner = open >= 0 && close > open ? place.sliced(open + 1, close - open - 1) : place;
  return isPlace(inner) ? inner : place;
}

struct Parts {
  QByteArrayView function, place;
};

std::optional<Parts> partsOf(QByteArrayView line) {
  line = line.first(std::min(line.size(), LongestLine)).trimmed();
  if (line.endsWith('{')) // Node prints an error's fields behind its last frame
    line = line.chopped(1).trimmed();
  if (!line.startsWith("at "))
    return {};
  line = line.sliced(3).trimmed();
  const qsizetype open = line.endsWith(')') ? line.indexOf(" (") : -1;
  if (open >= 0) {
    const QByteArrayView place = insideEval(line.sliced(open + 2).chopped(1));
    if (isPlace(place))
      return Parts{line.first(open), place};
    return {};
  }
  const bool async = line.startsWith("async ");
  const QByteArrayView place = async ? line.sliced(6) : line;
  const QByteArrayView file = fileOf(place);
  const bool isFile = !file.isEmpty() && (file.contains('/') || file.contains('\\') || !file.contains(' '));
  if (!isFile && place != Anonymous && place != "native")
    return {};
  return Parts{async ? QByteArrayView("async <anonymous>") : Anonymous, place};
}

QByteArray slashed(QByteArrayView place) {
  QByteArray path = place.toByteArray();
  return path.replace('\\', '/');
}

/// `bullmq` of `…/node_modules/.pnpm/bullmq@5.1.0/node_modules/bullmq/dist/worker.js`.
QByteArray packageName(const QByteArray &below) {
  qsizetype end = below.indexOf('/');
  if (below.startsWith('@') && end > 0)
    end = below.indexOf('/', end + 1);
  return end < 0 ? withoutNumber(withoutNumber(below)).toByteArray() : below.first(end);
}

QByteArray withoutScheme(const QByteArray &path) {
  if (path.startsWith("file://"))
    return path.sliced(path.startsWith("file:///") && path.size() > 9 && path[9] == ':' ? 8 : 7);
  if (path.startsWith("webpack-internal:///"))
    return path.sliced(20);
  if (!path.startsWith("webpack://"))
    return path;
  const qsizetype name = path.indexOf('/', 10);
  return name < 0 ? path : path.sliced(name + 1);
}

/// The modules of an old Node, which bear no path: `events.js:315:20`,
/// `internal/process/task_queues.js:97:5`.
bool isOldNode(const QByteArray &path) {
  return path.startsWith("internal/") || (!path.contains('/') && fileOf(path).endsWith(".js"));
}

QString shown(QByteArrayView bytes) {
  return format::safeText(bytes.toByteArray(), LongestShown);
}

/// The module's name of `node:internal/process/task_queues:95:5`.
QByteArray nodeModule(const QByteArray &path) {
  QByteArray name = fileOf(path).toByteArray();
  for (const QByteArrayView head : {"node:", "ext:", "internal/"})
    if (name.startsWith(head))
      name.remove(0, head.size());
  return name.endsWith(".js") ? name.chopped(3) : name;
}

void tellOrigin(StackFrame &frame, const QByteArray &path) {
  using Origin = StackFrame::Origin;
  const qsizetype modules = path.lastIndexOf(Modules);
  if (modules >= 0) {
    const QByteArray below = path.sliced(modules + Modules.size());
    frame.origin = Origin::Package;
    frame.package = shown(packageName(below));
    frame.place = shown(below);
  } else if (path.startsWith("node:") || path.startsWith("ext:") || isOldNode(path)) {
    frame.origin = Origin::Node;
    frame.package = shown(nodeModule(path));
  } else if (fileOf(path).isEmpty() || fileOf(path) == Anonymous) {
    frame.origin = Origin::BuiltIn;
    frame.package = u"built-in"_s;
  } else if (path.contains("webpack/bootstrap") || path.contains("webpack/runtime")) {
    frame.origin = Origin::BuiltIn;
    frame.package = u"webpack"_s;
  }
}

} // namespace

std::optional<StackFrame> stackFrame(QByteArrayView line) {
  const std::optional<Parts> parts = partsOf(line);
  if (!parts)
    return {};
  const QByteArray path = slashed(parts->place);
  StackFrame frame;
  frame.function = shown(parts->function);
  frame.place = shown(withoutScheme(path));
  tellOrigin(frame, path);
  return frame;
}

QByteArray projectFolder(QByteArrayView line) {
  const std::optional<Parts> parts = partsOf(line);
  if (!parts)
    return {};
  const QByteArray path = withoutScheme(slashed(parts->place));
  const qsizetype modules = path.indexOf(QByteArray("/") + Modules.toByteArray());
  return modules < 0 ? QByteArray() : path.first(modules + 1);
}

} // namespace oxp
