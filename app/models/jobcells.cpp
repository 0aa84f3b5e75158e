// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobcells.h"

#include "models/format.h"
#include "json/scanner.h"
#include "json/utf8.h"

#include <QByteArrayList>
#include <QCoreApplication>

namespace oxp::jobcells {
namespace {

/// A JSON string of bytes that should be UTF-8; broken ones become U+FFFD.
QByteArray quoted(const QByteArray &bytes) {
  QByteArray out = "\"";
  const auto *p = reinterpret_cast<const uchar *>(bytes.constData());
  const uchar *const end = p + bytes.size();
  while (p < end) {
    const int length = json::utf8Length(p, end);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      ++p;
      continue;
    }
    if (*p == '"' || *p == '\\')
      out += '\\';
    if (*p < 0x20)
      out += "\\u" + QByteArray::number(*p, 16).rightJustified(4, '0');
    else
      out.append(reinterpret_cast<const char *>(p), length);
    p += length;
  }
  return out + '"';
}

class ObjectText {
public:
  void add(const char *key, const QByteArray &json) {
    m_text += m_text.isEmpty() ? "  {\n" : ",\n";
    m_text += "    " + quoted(key) + ": " + json;
  }
  void addTime(const char *key, qint64 ms) {
    if (ms > 0)
      add(key, QByteArray::number(ms));
  }
  QByteArray end() const { return m_text + "\n  }"; }

private:
  QByteArray m_text;
};

QByteArray objectOf(const JobRow &row) {
  ObjectText object;
  object.add("id", quoted(row.id));
  object.add("name", quoted(row.name));
  object.add("state", quoted(row.missing ? QByteArrayLiteral("missing") : stateWord(row.state)));
  object.addTime("timestamp", row.created);
  object.addTime("processedOn", row.processed);
  object.addTime("finishedOn", row.finished);
  object.addTime("due", row.due);
  object.add("attemptsMade", QByteArray::number(row.attemptsMade));
  object.add("priority", QByteArray::number(row.priority));
  if (!row.progress.isEmpty())
    object.add("progress", json::scan(row.progress).valid() ? row.progress : quoted(row.progress));
  if (row.size >= 0)
    object.add("dataBytes", QByteArray::number(row.size));
  if (!row.error.isEmpty())
    object.add("failedReason", quoted(row.error));
  return object.end();
}

/// One cell of tab-separated text: no tab or line break inside.
QString flat(QString text) {
  text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
  return text;
}

/// Which of its times the last one is.
QString changeText(const JobRow &row) {
  const QString time = format::exactTime(row.changed());
  if (row.changed() == row.finished)
    return QCoreApplication::translate("JobCells", "Finished: %1").arg(time);
  return row.changed() == row.processed ? QCoreApplication::translate("JobCells", "Processed: %1").arg(time)
                                        : QCoreApplication::translate("JobCells", "Created: %1").arg(time);
}

QString toolTip(const JobRow &row, const JobColumnSpec &spec, qint64 now) {
  QString text = exactText(row, spec);
  if (spec.cell != CellKind::Time || text.isEmpty())
    return text;
  if (spec.column == JobColumn::Changed)
    text = changeText(row);
  if (spec.column != JobColumn::Due && format::isAhead(spec.value(row).toLongLong(), now))
    text += u'\n' + QCoreApplication::translate(
                        "JobCells", "Later than the server's clock: the clock of the program that wrote it "
                                    "is ahead.");
  return text;
}

} // namespace

QVariant data(const JobRow &row, const JobColumnSpec &spec, int role, qint64 now) {
  // Of a ghost nothing is known but its id.
  if (row.missing && spec.column != JobColumn::Id)
    return role == Qt::DisplayRole && spec.column == JobColumn::Name
               ? QVariant(QCoreApplication::translate("JobCells", "missing"))
               : QVariant();
  switch (role) {
  case Qt::DisplayRole:
    return spec.text(row, now);
  case SortValueRole:
    return spec.value(row);
  case ErrorClassRole:
    return spec.cell == CellKind::Error ? QVariant(format::errorParts(row.error).className) : QVariant();
  case ErrorMessageRole:
    return spec.cell == CellKind::Error ? QVariant(format::errorParts(row.error).message) : QVariant();
  case ExactTextRole:
    return exactText(row, spec);
  case Qt::ToolTipRole:
    return toolTip(row, spec, now);
  default:
    return {};
  }
}

QString exactText(const JobRow &row, const JobColumnSpec &spec) {
  const QVariant value = spec.value(row);
  if (spec.cell == CellKind::Time)
    return value.isValid() ? format::exactTime(value.toLongLong()) : QString();
  if (spec.cell == CellKind::Size)
    return value.isValid() ? format::exactSize(value.toLongLong()) : QString();
  if (spec.cell == CellKind::Error)
    return format::tipText(row.error);
  if ((spec.column == JobColumn::State || spec.column == JobColumn::Progress) && row.unheld)
    return QCoreApplication::translate(
        "JobCells",
        "No worker holds this job: its lock is gone. The stalled checks of a worker take it back.");
  if (spec.column == JobColumn::State && row.willFail)
    return QCoreApplication::translate("JobCells", "Its next pick-up fails it.");
  switch (spec.column) {
  case JobColumn::Id:
    return format::tipText(row.id);
  case JobColumn::Name:
    return format::tipText(row.name);
  case JobColumn::Progress:
    return format::tipText(row.progress);
  default:
    return value.toString();
  }
}

QVariant headerData(const JobColumnSpec &spec, int role) {
  switch (role) {
  case Qt::DisplayRole:
  case Qt::AccessibleTextRole:
    return spec.translatedTitle();
  case Qt::ToolTipRole:
    return *spec.help ? QCoreApplication::translate("JobColumns", spec.help) : QString();
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | (spec.numeric() ? Qt::AlignRight : Qt::AlignLeft));
  case CellKindRole:
    return int(spec.cell);
  default:
    return {};
  }
}

QString idsText(const std::vector<JobRow> &rows) {
  QStringList ids;
  for (const JobRow &row : rows)
    ids += QString::fromUtf8(row.id);
  return ids.join(u'\n');
}

QString tableText(const std::vector<JobRow> &rows, const std::vector<JobColumn> &columns) {
  QStringList lines, cells;
  for (const JobColumn column : columns)
    cells += jobColumn(column).translatedTitle();
  lines += cells.join(u'\t');
  for (const JobRow &row : rows) {
    cells.clear();
    for (const JobColumn column : columns) {
      const JobColumnSpec &spec = jobColumn(column);
      const bool exact = spec.cell == CellKind::Time || spec.cell == CellKind::Size;
      cells += flat(exact ? exactText(row, spec) : spec.text(row, 0));
    }
    lines += cells.join(u'\t');
  }
  return lines.join(u'\n');
}

QByteArray jsonText(const std::vector<JobRow> &rows) {
  QByteArrayList objects;
  for (const JobRow &row : rows)
    objects += objectOf(row);
  return objects.isEmpty() ? QByteArrayLiteral("[]\n") : "[\n" + objects.join(",\n") + "\n]\n";
}

} // namespace oxp::jobcells
