// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/commandpalette.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace oxp {
namespace {

constexpr int Width = 560;
constexpr int RowHeight = 32;
constexpr int ShownRows = 12;
constexpr int Top = 72;         // px below the window's upper edge
constexpr int Sure = 600;       ///< score from which a hit is what was meant
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

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, ForTyped forTyped, QWidget *parent)
    : QFrame(parent)
    , m_entries(std::move(entries))
    , m_forTyped(std::move(forTyped))
    , m_field(new QLineEdit)
    , m_list(new QListWidget)
    , m_before(QApplication::focusWidget()) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Command palette"));
  setAccessibleName(tr("Command palette"));
  setFrameShape(QFrame::StyledPanel);
  setBackgroundRole(QPalette::Window);
  setAutoFillBackground(true);
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
  setFixedWidth(parent ? std::min(Width + 16, parent->width()) : Width + 16);
  if (parent)
    move((parent->width() - width()) / 2, Top);
  search({});
  connect(qApp, &QApplication::focusChanged, this, &CommandPalette::followFocus);
  qApp->installEventFilter(this);
}

void CommandPalette::open() {
  show();
  raise();
  m_field->setFocus();
}

void CommandPalette::setupField() {
  m_field->setAccessibleName(tr("Command palette"));
  m_field->setObjectName(QStringLiteral("Command palette"));
  m_field->setPlaceholderText(tr("An action, a queue, or the id of a job"));
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

int CommandPalette::score(const PaletteEntry &entry, const QString &typed) {
  const int own = score(entry.text, typed);
  return entry.otherName.isEmpty() ? own : std::max(own, score(entry.otherName, typed));
}

void CommandPalette::search(const QString &text) {
  const QString typed = text.trimmed();
  m_shown = hitsFor(typed);
  if (!typed.isEmpty() && m_forTyped) {
    const bool sure = !m_shown.empty() && score(m_shown.front(), typed) >= Sure;
    std::vector<PaletteEntry> made = m_forTyped(text);
    m_shown.insert(sure ? m_shown.end() : m_shown.begin(), std::make_move_iterator(made.begin()),
                   std::make_move_iterator(made.end()));
  }
  dropSame();
  showHits(0);
  emit searched(typed);
}

std::vector<PaletteEntry> CommandPalette::hitsFor(const QString &typed) const {
  struct Hit {
    int score;
    const PaletteEntry *entry;
  };
  std::vector<Hit> hits;
  for (const PaletteEntry &entry : m_entries) {
    int value = score(entry, typed);
    if (typed.isEmpty() && entry.recent)
      ++value; // where one comes from is where one goes
    if (value > 0)
      hits.push_back({value, &entry});
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
  std::vector<PaletteEntry> shown;
  for (const Hit &hit : hits)
    shown.push_back(*hit.entry);
  return shown;
}

/// Of all that leads to the same thing the first stays, which stands in the best group.
void CommandPalette::dropSame() {
  QSet<QByteArray> met;
  const auto again = [&met](const PaletteEntry &entry) {
    if (entry.leadsTo.isEmpty())
      return false;
    const qsizetype before = met.size();
    met.insert(entry.leadsTo);
    return met.size() == before;
  };
  m_shown.erase(std::remove_if(m_shown.begin(), m_shown.end(), again), m_shown.end());
}

void CommandPalette::addFound(const QString &typed, std::vector<PaletteEntry> found) {
  if (found.empty() || typed != m_field->text().trimmed())
    return;
  const int current = m_list->currentRow();
  const std::optional<PaletteEntry> chosen =
      current >= 0 ? std::optional(m_shown[size_t(current)]) : std::nullopt;
  const auto guess = std::find_if(m_shown.begin(), m_shown.end(),
                                  [](const PaletteEntry &entry) { return entry.provisional; });
  auto place = guess == m_shown.end() ? guess : m_shown.erase(guess);
  m_shown.insert(place, std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  dropSame();
  const int row = chosen && !chosen->provisional ? rowOf(*chosen) : -1;
  showHits(row >= 0 ? row : std::max(current, 0));
}

/// -1 = it is not shown.
int CommandPalette::rowOf(const PaletteEntry &entry) const {
  const auto at = std::find_if(m_shown.begin(), m_shown.end(), [&](const PaletteEntry &shown) {
    return shown.leadsTo == entry.leadsTo && shown.text == entry.text && shown.detail == entry.detail;
  });
  return at == m_shown.end() ? -1 : int(at - m_shown.begin());
}

void CommandPalette::showHits(int current) {
  m_list->clear();
  for (size_t i = 0; i < m_shown.size(); ++i)
    addRow(m_shown[i], int(i));
  m_list->setCurrentRow(std::min(current, m_list->count() - 1));
  fitHits();
}

/// As high as what was found, and a sentence where nothing was.
void CommandPalette::fitHits() {
  int most = ShownRows;
  if (parentWidget())
    most = std::clamp((parentWidget()->height() - Top - 64) / RowHeight, 1, ShownRows);
  const int rows = std::min(int(m_shown.size()), most);
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
  QStringList words{entry.text, entry.detail, entry.shortcut};
  words.removeAll(QString());
  item->setToolTip(words.join(u'\n'));
  item->setData(Qt::AccessibleDescriptionRole, format::joined(words.sliced(1)));
  m_list->addItem(item);
}

void CommandPalette::runCurrent() {
  const int row = m_list->currentRow();
  if (row < 0 || row >= int(m_shown.size()))
    return;
  const std::function<void()> run = m_shown[size_t(row)].run;
  leave();
  run();
}

/// The keyboard goes back to where it was, before anything else happens: what is run may be about that.
void CommandPalette::leave() {
  qApp->disconnect(this);
  qApp->removeEventFilter(this);
  if (m_before && m_before->isVisible())
    m_before->setFocus();
  close();
}

/// Another window's turn is no leaving; another widget's is, and it keeps what it took.
void CommandPalette::followFocus(QWidget *, QWidget *now) {
  if (!now || now == this || isAncestorOf(now) || now->windowType() == Qt::Popup)
    return;
  m_before = now;
  leave();
}

void CommandPalette::step(int by) {
  m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, std::max(0, m_list->count() - 1)));
}

/// Keys of the field that move in the list or leave, and a click beside the palette.
bool CommandPalette::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
    const auto *widget = static_cast<QWidget *>(watched);
    if (widget != this && !isAncestorOf(widget) && widget->window() == window())
      leave();
    return false;
  }
  if (watched == m_field && event->type() == QEvent::ShortcutOverride) {
    event->accept(); // while one types here, no key is about what lies behind
    return true;
  }
  if (watched != m_field || event->type() != QEvent::KeyPress)
    return QFrame::eventFilter(watched, event);
  switch (static_cast<QKeyEvent *>(event)->key()) {
  case Qt::Key_Up:
  case Qt::Key_Backtab:
    step(-1);
    return true;
  case Qt::Key_Down:
  case Qt::Key_Tab:
    step(1);
    return true;
  case Qt::Key_PageUp:
    step(-ShownRows);
    return true;
  case Qt::Key_PageDown:
    step(ShownRows);
    return true;
  case Qt::Key_Escape:
    leave();
    return true;
  default:
    return false;
  }
}

} // namespace oxp
