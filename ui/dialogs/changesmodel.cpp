// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changesmodel.h"

#include "models/format.h"
#include "models/roles.h"
#include "ui/panes/payload.h"

#include <algorithm>

namespace oxp {
namespace {

ChangeKind roleKind(json::Change::Kind kind) {
  switch (kind) {
  case json::Change::Added:
    return ChangeKind::Added;
  case json::Change::Removed:
    return ChangeKind::Removed;
  default:
    return ChangeKind::Changed;
  }
}

QString shortened(const QByteArray &json) {
  return format::safeText(json);
}

QString pathText(const json::Change &change) {
  return change.pointer.isRoot() ? ChangesModel::tr("whole document")
                                 : format::safeText(change.pointer.head(format::LineLimit + 1));
}

} // namespace

ChangesModel::ChangesModel(std::vector<json::Change> changes, policy::SharedRules rules, bool masks,
                           QObject *parent)
    : QAbstractTableModel(parent)
    , m_changes(std::move(changes))
    , m_rules(std::move(rules))
    , m_masks(masks) {}

QByteArray ChangesModel::shown(const QByteArray &json, const json::Change &change) const {
  return m_masks ? maskedValue(*m_rules, json, change.pointer) : json;
}

std::optional<QByteArray> ChangesModel::before(int row) const {
  const json::Change &change = m_changes.at(size_t(row));
  if (change.kind == json::Change::Added)
    return std::nullopt;
  return shown(change.before, change);
}

std::optional<QByteArray> ChangesModel::after(int row) const {
  const json::Change &change = m_changes.at(size_t(row));
  if (change.kind == json::Change::Removed)
    return std::nullopt;
  return shown(change.after, change);
}

bool ChangesModel::hidesAny() const {
  return m_masks && std::any_of(m_changes.begin(), m_changes.end(), [this](const json::Change &change) {
           return shown(change.before, change) != change.before ||
                  shown(change.after, change) != change.after;
         });
}

void ChangesModel::reveal() {
  m_masks = false;
  if (!m_changes.empty())
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ChangesModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_changes.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString ChangesModel::kindWord(json::Change::Kind kind) {
  switch (kind) {
  case json::Change::Added:
    return tr("added");
  case json::Change::Removed:
    return tr("removed");
  case json::Change::Changed:
    return tr("changed");
  case json::Change::Respelled:
    return tr("other spelling");
  case json::Change::Moved:
    return tr("moved");
  }
  return {};
}

QString ChangesModel::cellText(int row, int column) const {
  const json::Change &change = m_changes.at(size_t(row));
  switch (column) {
  case Kind:
    return kindWord(change.kind);
  case Path:
    return pathText(change);
  case Before:
    return change.kind == json::Change::Added ? tr("not there") : shortened(*before(row));
  case After:
    return change.kind == json::Change::Removed ? tr("removed") : shortened(*after(row));
  case Mark:
    switch (m_rules->pointerKind(change.pointer)) {
    case policy::FieldKind::Sensitive:
      return tr("sensitive");
    case policy::FieldKind::Marked:
      return tr("important");
    case policy::FieldKind::Plain:
      return {};
    }
  }
  return {};
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const {
  const json::Change &change = m_changes.at(size_t(index.row()));
  switch (role) {
  case Qt::DisplayRole:
  case Qt::AccessibleTextRole:
    return cellText(index.row(), index.column());
  case Qt::ToolTipRole:
    return format::boundedTip(cellText(index.row(), index.column()));
  case ChangeKindRole:
    return int(roleKind(change.kind));
  case OldTextRole:
    return change.kind == json::Change::Added ? QVariant() : shortened(*before(index.row()));
  case NewTextRole:
    return change.kind == json::Change::Removed ? QVariant() : shortened(*after(index.row()));
  case SensitiveRole:
    return m_rules->isSensitive(change.pointer);
  default:
    return {};
  }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Kind:
    return tr("Change");
  case Path:
    return tr("Path");
  case Before:
    return tr("Before");
  case After:
    return tr("After");
  default:
    return QString();
  }
}

} // namespace oxp
