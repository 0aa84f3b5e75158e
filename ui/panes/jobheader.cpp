// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/jobheader.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "ui/actions/actionset.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr int Height = 40, CompactHeight = 36; // px
constexpr int LeastError = 120;                // px
const QString PartMark = QStringLiteral(" · ");
constexpr qsizetype LeastOfPart = 16; // characters of a part that is not whole
constexpr int WordsFirst = 252;       // px that the words may take before the name is whole

} // namespace

JobHeader::JobHeader(ActionSet &actions, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(IconId::Waiting, Tint::Waiting))
    , m_name(new TextLabel)
    , m_id(new TextLabel({}, Tint::Text2))
    , m_words(new TextLabel({}, Tint::Text2))
    , m_error(new TextLabel({}, Tint::Err))
    , m_stack(new QPushButton(tr("Stack")))
    , m_recipes(new QPushButton(icon(IconId::Edit), {}))
    , m_main(new QPushButton)
    , m_more(new QToolButton) {
  setFixedHeight(Height);
  setAccessibleName(tr("Job"));
  m_name->setFont(fonts::title());
  m_name->setElide(Qt::ElideRight);
  m_id->setFont(fonts::monoId());
  m_id->setElide(Qt::ElideMiddle);
  m_words->setFont(fonts::small());
  m_words->setElide(Qt::ElideRight);
  m_words->installEventFilter(this);
  auto *row = new QHBoxLayout(this);
  row->setSizeConstraint(QLayout::SetNoConstraint); // minimumSizeHint() knows of what may go
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(8);
  row->addWidget(m_icon);
  row->addWidget(m_name);
  row->addWidget(m_id);
  row->addWidget(m_words, 1);
  row->addWidget(m_error, 1);
  row->addWidget(m_stack);
  setupError();
  setupButtons(actions);
  setupRecipes(actions);
  row->addWidget(m_recipes);
  row->addWidget(m_main);
  row->addWidget(m_more);
  clear();
}

/// Its words are as wide as what is left over, however long they are.
void JobHeader::setupError() {
  m_error->setFont(fonts::monoId());
  m_error->setElide(Qt::ElideRight);
  m_error->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_error->setMinimumWidth(LeastError);
  m_stack->setAccessibleName(m_stack->text());
  m_stack->setFont(fonts::small());
  m_stack->setLayoutDirection(Qt::RightToLeft); // the chevron behind the word
  m_stack->setIcon(icon(IconId::ChevronRight, Tint::Accent));
  m_stack->setIconSize({SmallIcon, SmallIcon});
  setButtonKind(m_stack, ButtonKind::Flat);
  connect(m_stack, &QPushButton::clicked, this, &JobHeader::stackWanted);
  setError({});
}

void JobHeader::setError(const QString &error) {
  m_error->setText(error);
  m_error->setVisible(!error.isEmpty());
  m_stack->setVisible(!error.isEmpty());
  showWords();
}

QStringList JobHeader::shownParts() const {
  return m_error->isHidden() ? m_parts + m_moreParts : m_parts;
}

/// Without the last of the additional parts whose own words would be cut; what they bring may be.
QString JobHeader::fitting(QStringList parts) const {
  const auto fits = [this](const QString &text) {
    return m_words->fontMetrics().horizontalAdvance(text) <= m_words->width();
  };
  while (parts.size() > m_parts.size() && !fits(parts.join(PartMark))) {
    const QString last = parts.takeLast();
    if (fits((parts + QStringList(last.left(LeastOfPart))).join(PartMark) + u'…'))
      return (parts << last).join(PartMark);
  }
  return parts.join(PartMark);
}

/// Beside an error the words are few; the tool tip has the others.
void JobHeader::showWords() {
  const bool all = m_error->isHidden();
  const QStringList parts = shownParts();
  m_words->setText(fitting(parts));
  // Measured here: a label's hint is never less than the minimum that it has.
  const int wanted = m_words->fontMetrics().horizontalAdvance(parts.join(PartMark)) + 1;
  m_words->setMinimumWidth(std::min(wanted, WordsFirst));
  // They have what is left over, however long they are; or the error has it.
  m_words->setSizePolicy(all ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
  static_cast<QHBoxLayout *>(layout())->setStretchFactor(m_words, all ? 1 : 0);
}

void JobHeader::setCompact(bool compact) {
  setFixedHeight(compact ? CompactHeight : Height);
  updateGeometry();
}

void JobHeader::setupButtons(ActionSet &actions) {
  m_next = actions.action("job.nextFailed");
  m_candidates = actions.headerActions(MenuId::Job) << m_next;
  for (QAction *action : std::as_const(m_candidates))
    connect(action, &QAction::changed, this, &JobHeader::updateButton);
  m_main->installEventFilter(this);
  connect(m_main, &QPushButton::clicked, this, [this] {
    if (m_shown)
      m_shown->trigger();
  });
  m_more->setAccessibleName(tr("More actions on the job"));
  m_more->setToolTip(m_more->accessibleName());
  m_more->setIcon(icon(IconId::More));
  m_more->setAutoRaise(true);
  m_more->setPopupMode(QToolButton::InstantPopup);
  auto *menu = new QMenu(m_more);
  for (const ActionSpec &spec : actions.specs()) {
    if (spec.menu != MenuId::Job || spec.id == "job.goTo")
      continue;
    if (spec.separatorBefore && !menu->isEmpty())
      menu->addSeparator();
    menu->addAction(actions.action(spec.id));
  }
  m_more->setMenu(menu);
}

/// There where one fits the job, and else not.
void JobHeader::setupRecipes(ActionSet &actions) {
  m_recipesAction = actions.action("job.recipes");
  m_recipes->setAccessibleName(tr("Recipes"));
  m_recipes->setToolTip(tr("Recipes"));
  m_recipes->setObjectName(QStringLiteral("Recipes"));
  connect(m_recipes, &QPushButton::clicked, m_recipesAction, &QAction::trigger);
  connect(m_recipesAction, &QAction::changed, this, &JobHeader::updateRecipes);
}

void JobHeader::updateRecipes() {
  m_recipes->setVisible(m_open && m_recipesAction->isEnabled());
  showRecipesWord();
}

int JobHeader::recipesWordWidth() {
  const QString shown = m_recipes->text();
  m_recipes->setText(tr("Recipes"));
  const int whole = m_recipes->sizeHint().width();
  m_recipes->setText({});
  const int bare = m_recipes->sizeHint().width();
  m_recipes->setText(shown);
  return whole - bare;
}

/// The word of the button goes before anything of the job's name, id and words has to.
void JobHeader::showRecipesWord() {
  if (m_recipes->isHidden() || !isVisible())
    return;
  const bool shown = m_recipesWord > 0;
  const int word = shown ? m_recipesWord : recipesWordWidth();
  int bare = layout()->totalMinimumSize().width() - m_recipesWord;
  for (const TextLabel *whole : {m_name, m_id})
    bare += whole->sizeHint().width() - whole->minimumSizeHint().width();
  const bool room = width() - bare >= word;
  m_recipesWord = room ? word : 0;
  if (room == shown)
    return;
  m_recipes->setText(room ? tr("Recipes") : QString());
  layout()->activate(); // not a frame later
}

void JobHeader::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  showRecipesWord();
}

void JobHeader::showEvent(QShowEvent *event) {
  QWidget::showEvent(event);
  showRecipesWord();
}

QPoint JobHeader::recipesPlace() const {
  const QWidget *at = m_recipes->isVisible() ? static_cast<const QWidget *>(m_recipes) : m_more;
  return at->mapToGlobal(QPoint(0, at->height()));
}

void JobHeader::updateButton() {
  updateRecipes();
  m_shown = nullptr;
  for (QAction *action : std::as_const(m_candidates))
    if (!m_shown && m_open && action->isEnabled() && (!m_left || action == m_next))
      m_shown = action;
  m_main->setVisible(m_shown != nullptr);
  if (!m_shown)
    return;
  m_main->setText(m_shown->text());
  m_main->setAccessibleName(m_shown->text());
  m_main->setLayoutDirection(m_shown == m_next ? Qt::RightToLeft : Qt::LeftToRight); // the arrow behind
  m_main->setIcon(m_shown == m_next ? icon(IconId::Arrow, Tint::Text) : m_shown->icon());
}

void JobHeader::setLeft(bool left) {
  if (std::exchange(m_left, left) != left)
    updateButton();
}

/// The button changes its meaning under the pointer: a double click is one click. And the words fit their
/// room.
bool JobHeader::eventFilter(QObject *watched, QEvent *event) {
  if (watched == m_words && event->type() == QEvent::Resize)
    showWords();
  return (watched == m_main && event->type() == QEvent::MouseButtonDblClick) ||
         QWidget::eventFilter(watched, event);
}

QSize JobHeader::sizeHint() const {
  return {QWidget::sizeHint().width(), maximumHeight()};
}

QSize JobHeader::minimumSizeHint() const {
  return {QWidget::minimumSizeHint().width() - (m_recipes->isHidden() ? 0 : m_recipesWord), maximumHeight()};
}

QStringList JobHeader::words(const JobDetail &detail, qint64 now) {
  const JobRow &row = detail.row;
  if (!detail.exists)
    return {row.state == JobState::Unknown && row.created == 0 ? tr("not found") : tr("gone")};
  QStringList parts{row.willFail ? tr("%1, will fail").arg(stateTitle(row.state)) : stateTitle(row.state)};
  if (row.attemptsMade > 0)
    parts << (row.attemptsMax > 0 ? tr("attempt %1 of %2").arg(row.attemptsMade).arg(row.attemptsMax)
                                  : tr("attempt %1").arg(row.attemptsMade));
  const qint64 when = row.state == JobState::Delayed ? row.due
                      : row.finished > 0             ? row.finished
                      : row.processed > 0            ? row.processed
                                                     : row.created;
  if (when > 0)
    parts << (row.state == JobState::Delayed ? format::relativeTime(when, now) : format::pastTime(when, now));
  return parts;
}

QStringList JobHeader::moreWords(const JobDetail &detail) {
  const JobRow &row = detail.row;
  QStringList parts;
  if (!detail.exists)
    return parts;
  if (row.finished > 0 && row.processed > 0)
    parts << tr("ran %1").arg(format::duration(row.finished - row.processed));
  // Last, as it may be the longest.
  if (const QString progress = format::progressText(row.progress); !progress.isEmpty())
    parts << tr("progress %1").arg(progress);
  return parts;
}

QString JobHeader::times(const JobDetail &detail) {
  const JobRow &row = detail.row;
  QStringList lines;
  const auto add = [&lines](const QString &what, qint64 when) {
    if (when > 0)
      lines << tr("%1: %2").arg(what, format::exactTime(when));
  };
  add(tr("added"), row.created);
  if (row.created > 0 && row.processed > row.created)
    lines << tr("waited: %1").arg(format::duration(row.processed - row.created));
  add(tr("due"), row.due);
  add(tr("started"), row.processed);
  if (row.processed > 0 && row.finished > row.processed)
    lines << tr("ran: %1").arg(format::duration(row.finished - row.processed));
  add(tr("finished"), row.finished);
  if (const QString progress = format::progressText(row.progress); !progress.isEmpty())
    lines << tr("progress: %1").arg(progress);
  if (!detail.workerName.isEmpty())
    lines << tr("worker: %1").arg(format::safeText(detail.workerName, 100));
  return lines.join(u'\n');
}

void JobHeader::setJob(const JobDetail &detail, qint64 now) {
  m_open = true;
  m_icon->show();
  m_more->show();
  m_icon->setIcon(iconOf(detail.row.state), tintOf(detail.row.state));
  setNames(detail.row.name, detail.row.id);
  m_parts = words(detail, now);
  m_moreParts = moreWords(detail);
  showWords();
  setToolTip(times(detail));
  describe();
  updateButton();
}

void JobHeader::setNames(const QByteArray &name, const QByteArray &id) {
  m_name->setText(format::safeText(name, 200));
  m_id->setText(u'#' + format::safeText(id, 200));
}

void JobHeader::describe() {
  const QStringList parts{m_name->text(), m_id->text(), shownParts().join(PartMark)};
  setAccessibleDescription(parts.join(u' ').trimmed());
}

void JobHeader::setOpening(const QByteArray &name, const QByteArray &id) {
  empty();
  setNames(name, id);
  m_parts = QStringList{tr("loading…")};
  showWords();
  describe();
}

void JobHeader::setUnread() {
  m_parts = QStringList{tr("could not be read")};
  showWords();
  describe();
}

void JobHeader::clear() {
  empty();
  m_name->setText(tr("No job selected"));
}

void JobHeader::empty() {
  m_icon->hide();
  m_more->hide();
  m_name->clear();
  m_id->clear();
  m_parts.clear();
  m_moreParts.clear();
  setError({});
  setToolTip({});
  setAccessibleDescription({});
  m_open = m_left = false;
  updateButton();
}

} // namespace oxp
