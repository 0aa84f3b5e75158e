// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every control of Qt can be drawn, in every state, in both schemes.
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QTest>
#include <QtWidgets>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

QWidget *filledView(QAbstractItemView *view) {
  auto *model = new QStandardItemModel(4, 3, view);
  model->setItem(0, 0, new QStandardItem(u"one"_s));
  model->item(0, 0)->setCheckable(true);
  model->item(0, 0)->appendRow(new QStandardItem(u"below"_s));
  view->setModel(model);
  view->setCurrentIndex(model->index(0, 0));
  return view;
}

QList<QWidget *> allControls() {
  QList<QWidget *> all;
  for (const ButtonKind kind : {ButtonKind::Normal, ButtonKind::Main, ButtonKind::Flat, ButtonKind::Danger}) {
    auto *button = new QPushButton(icon(IconId::Retry), u"&Retry"_s);
    setButtonKind(button, kind);
    button->setCheckable(true);
    all << button;
  }
  auto *withMenu = new QPushButton(u"More"_s);
  withMenu->setMenu(new QMenu(withMenu));
  auto *tool = new QToolButton;
  tool->setArrowType(Qt::LeftArrow);
  auto *wrong = new QLineEdit(u"99999"_s);
  setFieldInvalid(wrong, true);
  auto *combo = new QComboBox;
  combo->addItem(icon(IconId::Square), u"Production"_s);
  auto *editable = new QComboBox;
  editable->setEditable(true);
  auto *busy = new QProgressBar;
  busy->setRange(0, 0);
  auto *menu = new QMenu;
  menu->addAction(icon(IconId::Copy), u"Copy\tCtrl+C"_s)->setCheckable(true);
  menu->addSeparator();
  menu->addMenu(u"More"_s)->addAction(u"x"_s);
  auto *menuBar = new QMenuBar;
  menuBar->addMenu(u"&File"_s)->addAction(u"x"_s);
  auto *tabs = new QTabWidget;
  tabs->setTabsClosable(true);
  tabs->addTab(new QWidget, u"One"_s);
  tabs->addTab(new QWidget, u"Two"_s);
  auto *splitter = new QSplitter;
  splitter->addWidget(new QWidget);
  splitter->addWidget(new QWidget);
  all << withMenu << tool << wrong << combo << editable << busy << menu << menuBar << tabs << splitter;
  all << new QLineEdit << new QSpinBox << new QDoubleSpinBox << new QDateTimeEdit << new QCheckBox(u"x"_s)
      << new QRadioButton(u"x"_s) << new QGroupBox(u"x"_s) << new QSlider << new QDial << new QScrollBar
      << new QProgressBar << new QPlainTextEdit(u"text"_s) << new QTextBrowser << new QStatusBar
      << new QToolBar << new QDockWidget(u"Dock"_s) << new QToolBox << new QLCDNumber << new QCalendarWidget
      << new QLabel(u"x"_s) << new QKeySequenceEdit
      << new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel) << filledView(new QTreeView)
      << filledView(new QTableView) << filledView(new QListView);
  return all;
}

/// Whether more than one colour was drawn.
bool shows(const QPixmap &picture) {
  const QImage image = picture.toImage();
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      if (image.pixel(x, y) != image.pixel(0, 0))
        return true;
    }
  }
  return false;
}

} // namespace

class StyleTest : public QObject {
  Q_OBJECT

private slots:
  void everythingDraws() {
    ThemeController controller(ThemeSetting::Light);
    QWidget window;
    auto *lines = new QVBoxLayout(&window);
    const QList<QWidget *> controls = allControls();
    for (QWidget *control : controls) {
      if (!control->isWindow())
        lines->addWidget(control);
    }
    window.show();
    for (const ThemeSetting setting : {ThemeSetting::Dark, ThemeSetting::Light}) {
      controller.setSetting(setting);
      for (const bool enabled : {true, false}) {
        for (QWidget *control : controls) {
          control->setEnabled(enabled);
          control->setFocus();
          control->resize(control->sizeHint().expandedTo(QSize(40, 28)));
          const QPixmap picture = control->grab();
          QVERIFY2(!picture.isNull(), control->metaObject()->className());
        }
      }
    }
    for (QWidget *control : controls) {
      if (!control->parentWidget())
        delete control;
    }
  }

  void measures() {
    ThemeController controller(ThemeSetting::Light);
    QPushButton button(u"OK"_s);
    QCOMPARE(button.sizeHint().height(), 28);
    QVERIFY(button.sizeHint().width() >= 64);
    QLineEdit edit;
    QCOMPARE(edit.sizeHint().height(), 28);
    QComboBox combo;
    QCOMPARE(combo.sizeHint().height(), 28);
    QSpinBox spin;
    QCOMPARE(spin.sizeHint().height(), 28);
    QProgressBar progress;
    QCOMPARE(progress.sizeHint().height(), 6);
    QScrollBar bar(Qt::Vertical);
    QCOMPARE(bar.sizeHint().width(), 12);
    QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    QCOMPARE(QApplication::style()->pixelMetric(QStyle::PM_SplitterWidth), 1);
  }

  void buttonKindsDiffer() {
    ThemeController controller(ThemeSetting::Light);
    QPushButton normal(u"Go"_s), main(u"Go"_s), danger(u"Go"_s), flat(u"Go"_s);
    setButtonKind(&main, ButtonKind::Main);
    setButtonKind(&danger, ButtonKind::Danger);
    setButtonKind(&flat, ButtonKind::Flat);
    const auto fillOf = [](QPushButton &button) {
      button.resize(64, 28);
      return button.grab().toImage().pixelColor(6, 5);
    };
    const Tokens &t = tokensFor(Scheme::Light);
    QCOMPARE(fillOf(normal), t.button);
    QCOMPARE(fillOf(main), t.accent);
    QCOMPARE(fillOf(danger), t.button); // never filled red
    QCOMPARE(fillOf(flat), t.window);
  }

  void focusShows() {
    ThemeController controller(ThemeSetting::Light);
    QWidget window;
    auto *lines = new QVBoxLayout(&window);
    const QList<QWidget *> focusable = {
        new QPushButton(u"Go"_s),   new QLineEdit, new QComboBox, new QSpinBox, new QCheckBox(u"Tick"_s),
        new QRadioButton(u"Pick"_s)};
    for (QWidget *widget : focusable)
      lines->addWidget(widget);
    auto *elsewhere = new QTextEdit;
    lines->addWidget(elsewhere);
    window.show();
    window.activateWindow();
    QTRY_VERIFY(QTest::qWaitForWindowActive(&window));
    for (QWidget *widget : focusable) {
      elsewhere->setFocus();
      const QImage without = widget->grab().toImage();
      widget->setFocus(Qt::TabFocusReason);
      QVERIFY2(widget->grab().toImage() != without, widget->metaObject()->className());
    }
  }

  void invalidFieldIsRed() {
    ThemeController controller(ThemeSetting::Light);
    QLineEdit edit;
    edit.resize(100, 28);
    setFieldInvalid(&edit, true);
    QCOMPARE(edit.grab().toImage().pixelColor(50, 1), tokensFor(Scheme::Light).err);
    setFieldInvalid(&edit, false);
    QCOMPARE(edit.grab().toImage().pixelColor(50, 0), tokensFor(Scheme::Light).border);
  }

  void thumbCoversTheRange() {
    ThemeController controller(ThemeSetting::Light);
    QScrollBar bar(Qt::Vertical);
    bar.resize(12, 400);
    bar.setRange(0, 10'000'000);
    bar.setPageStep(20);
    bar.setValue(10'000'000);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = Qt::Vertical;
    option.minimum = bar.minimum();
    option.maximum = bar.maximum();
    option.pageStep = bar.pageStep();
    option.sliderPosition = bar.value();
    const QRect thumb =
        bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    QVERIFY(thumb.height() >= 24);
    QCOMPARE(thumb.bottom(), 399);
    QVERIFY(shows(bar.grab()));
  }
};

QTEST_MAIN(StyleTest)
#include "tst_style.moc"
