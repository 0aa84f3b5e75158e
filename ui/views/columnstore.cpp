// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/columnstore.h"

#include "workspace/settings.h"

#include <QHeaderView>
#include <QMap>

namespace oxp {
namespace {

JobColumn columnOfKey(const QString &key) {
  for (const JobColumnSpec &spec : jobColumns())
    if (key == QLatin1StringView(spec.key))
      return spec.column;
  return JobColumn::Count;
}

} // namespace

QString ColumnStore::key(JobListKind kind, const char *what) const {
  return QStringLiteral("window/columns/%1/%2").arg(QString::number(int(kind)), QLatin1StringView(what));
}

std::vector<JobColumn> ColumnStore::shown(JobListKind kind) const {
  std::vector<JobColumn> columns;
  const QVariant stored = m_settings.store().value(key(kind, "shown"));
  const QStringList keys = stored.toStringList();
  for (const JobColumnSpec &spec : jobColumns()) {
    const bool on = stored.isValid() ? keys.contains(QLatin1StringView(spec.key)) : spec.shownByDefault(kind);
    if ((on && spec.offeredIn(kind)) || spec.column == JobColumn::Id)
      columns.push_back(spec.column);
  }
  return columns;
}

bool ColumnStore::isChosen(JobListKind kind) const {
  return m_settings.store().contains(key(kind, "shown"));
}

void ColumnStore::setShown(JobListKind kind, JobColumn column, bool on) {
  QStringList keys;
  for (const JobColumn one : shown(kind))
    if (one != column)
      keys << QString::fromLatin1(jobColumn(one).key);
  if (on)
    keys << QString::fromLatin1(jobColumn(column).key);
  m_settings.store().setValue(key(kind, "shown"), keys);
}

int ColumnStore::width(JobListKind kind, JobColumn column) const {
  const JobColumnSpec &spec = jobColumn(column);
  const QMap<QString, QVariant> widths = m_settings.store().value(key(kind, "widths")).toMap();
  return widths.value(QLatin1StringView(spec.key), spec.width).toInt();
}

void ColumnStore::save(JobListKind kind, const QHeaderView *header) {
  QMap<QString, QVariant> widths = m_settings.store().value(key(kind, "widths")).toMap();
  QStringList order;
  for (int visual = 0; visual < header->count(); ++visual) {
    const int section = header->logicalIndex(visual);
    const JobColumnSpec &spec = jobColumn(static_cast<JobColumn>(section));
    order << QString::fromLatin1(spec.key);
    if (!header->isSectionHidden(section) && header->sectionResizeMode(section) == QHeaderView::Interactive)
      widths.insert(QString::fromLatin1(spec.key), header->sectionSize(section));
  }
  m_settings.store().setValue(key(kind, "widths"), widths);
  m_settings.store().setValue(key(kind, "order"), order);
}

void ColumnStore::restoreOrder(JobListKind kind, QHeaderView *header) const {
  const QStringList order = m_settings.store().value(key(kind, "order")).toStringList();
  int visual = 0;
  for (const QString &name : order) {
    const JobColumn column = columnOfKey(name);
    if (column != JobColumn::Count)
      header->moveSection(header->visualIndex(int(column)), visual++);
  }
  if (!order.isEmpty())
    return;
  for (int section = 0; section < header->count(); ++section)
    header->moveSection(header->visualIndex(section), section);
}

void ColumnStore::clear(JobListKind kind) {
  for (const char *what : {"shown", "widths", "order"})
    m_settings.store().remove(key(kind, what));
}

} // namespace oxp
