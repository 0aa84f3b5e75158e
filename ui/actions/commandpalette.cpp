// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/commandpalette.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

constexpr int Width = 560;
constexpr int RowHeight = 32;
constexpr int ShownRows = 12;
constexpr int LeastDetail = 48; // px
constexpr int DetailRole = Qt::UserRole + 1;
constexpr int ShortcutRole = Qt::UserRole + 2;

/// Text at the left, where it lives and its shortcut at the right.
class EntryDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override {
    return {Width, RowHeight};
  }

  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override {
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, selected ? tokens().sel : tokens().base);
    if (selected)
      painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), tokens().accent);
    QRect place = option.rect.adjusted(12, 0, -12, 0);
    const QString keys = index.data(ShortcutRole).toString();
    if (!keys.isEmpty()) {
      drawText(painter, place, Qt::AlignRight, keys, fonts::monoId(), tokens().text2);
      place.setRight(place.right() - QFontMetrics(fonts::monoId()).horizontalAdvance(keys) - 12);
    }
    // The name has the room first; of the rest the end may go.
    const QString name =
        QFontMetrics(fonts::ui()).elidedText(index.data().toString(), Qt::ElideMiddle, place.width());
    drawText(painter, place, Qt::AlignLeft, name, fonts::ui(), tokens().text);
    place.setLeft(place.left() + QFontMetrics(fonts::ui()).horizontalAdvance(name) + 16);
    if (place.width() < LeastDetail)
      return;
    const QString detail = QFontMetrics(fonts::small())
                               .elidedText(index.data(DetailRole).toString(), Qt::ElideRight, place.width());
    drawText(painter, place, Qt::AlignRight, detail, fonts::small(), tokens().text2);
  }

private:
  static void drawText(QPainter *painter, const QRect &place, Qt::Alignment side, const QString &text,
                       const QFont &font, const QColor &colour) {
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(place, int(side | Qt::AlignVCenter), text);
  }
};

} // namespace

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries,
                               std::function<PaletteEntry(const QString &)> forId, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_entries(std::move(entries))
    , m_forId(std::move(forId))
    , m_field(new QLineEdit)
    , m_list(new QListWidget) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Command palette"));
  setAccessibleName(tr("Command palette"));
  setupField();
  setupList();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->setSpacing(8);
  layout->addWidget(m_field);
  layout->addWidget(m_list);
  m_nothing = new TextLabel(tr("No action, queue or job is called that."), Tint::Text2);
  m_nothing->setContentsMargins(12, 4, 12, 8);
  layout->addWidget(m_nothing);
  setFixedWidth(Width + 16);
  if (parent) {
    const QPoint top = parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 72));
    move(top);
  }
  search({});
  m_field->setFocus(); // only now it has the window whose focus it takes
}

void CommandPalette::setupField() {
  m_field->setAccessibleName(tr("Command palette"));
  m_field->setObjectName(QStringLiteral("Command palette"));
  m_field->setPlaceholderText(tr("An action, a queue, or the id of a job"));
  m_field->installEventFilter(this);
  connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
  connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
}

void CommandPalette::setupList() {
  m_list->setAccessibleName(tr("Hits"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new EntryDelegate(m_list));
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setFocusPolicy(Qt::NoFocus);
  connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
}

int CommandPalette::score(const QString &text, const QString &typed) {
  if (typed.isEmpty())
    return 1;
  if (text.compare(typed, Qt::CaseInsensitive) == 0)
    return 1000;
  const qsizetype place = text.indexOf(typed, 0, Qt::CaseInsensitive);
  if (place == 0)
    return 800;
  if (place > 0)
    return text[place - 1].isLetterOrNumber() ? 400 : 600;
  qsizetype at = 0;
  for (const QChar letter : typed) {
    if (letter.isSpace())
      continue;
    at = text.indexOf(letter, at, Qt::CaseInsensitive);
    if (at < 0)
      return 0;
    ++at;
  }
  return 100;
}

void CommandPalette::search(const QString &typed) {
  struct Hit {
    int score;
    size_t entry;
  };
  std::vector<Hit> hits;
  for (size_t i = 0; i < m_entries.size(); ++i)
    if (const int value = score(m_entries[i].text, typed.trimmed()); value > 0)
      hits.push_back({value, i});
  std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
  m_list->clear();
  m_shown.clear();
  for (const Hit &hit : hits)
    m_shown.push_back(m_entries[hit.entry]);
  if (!typed.trimmed().isEmpty() && m_forId) {
    const bool sure = !hits.empty() && hits.front().score >= 600;
    if (PaletteEntry entry = m_forId(typed); entry.run)
      m_shown.insert(sure ? m_shown.end() : m_shown.begin(), std::move(entry));
  }
  for (size_t i = 0; i < m_shown.size(); ++i)
    addRow(m_shown[i], int(i));
  m_list->setCurrentRow(0);
  fitHits();
}

/// As high as what was found, and a sentence where nothing was.
void CommandPalette::fitHits() {
  const int rows = int(std::min<size_t>(m_shown.size(), ShownRows));
  m_list->setVisible(rows > 0);
  m_list->setFixedHeight(rows * RowHeight);
  m_nothing->setVisible(rows == 0);
  layout()->activate();
  resize(width(), layout()->totalSizeHint().height());
}

void CommandPalette::addRow(const PaletteEntry &entry, int number) {
  auto *item = new QListWidgetItem(entry.text);
  item->setData(DetailRole, entry.detail);
  item->setData(ShortcutRole, entry.shortcut);
  item->setData(Qt::UserRole, number);
  m_list->addItem(item);
}

void CommandPalette::runCurrent() {
  const int row = m_list->currentRow();
  if (row < 0 || row >= int(m_shown.size()))
    return;
  const std::function<void()> run = m_shown[size_t(row)].run;
  close();
  run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
      const int step = key == Qt::Key_Up       ? -1
                       : key == Qt::Key_Down   ? 1
                       : key == Qt::Key_PageUp ? -ShownRows
                                               : ShownRows;
      m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

} // namespace oxp
