// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTimer>
#include <QWidget>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

std::unique_ptr<QWidget> makePage(const QString &name) {
  QWidget *page = name == u"controls"_s ? controlsPage()
                  : name == u"icons"_s  ? iconsPage()
                  : name == u"menu"_s   ? menuPage()
                  : name == u"lists"_s  ? listsPage()
                  : name == u"empty"_s  ? emptyPage()
                                        : windowPage();
  return std::unique_ptr<QWidget>(page);
}

} // namespace

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addOptions({{u"page"_s, u"window, controls, icons, menu, lists or empty"_s, u"name"_s, u"window"_s},
                     {u"theme"_s, u"light, dark or system"_s, u"name"_s, u"system"_s},
                     {u"font"_s, u"the interface's font"_s, u"family"_s, u"Noto Sans"_s},
                     {u"grab"_s, u"write a picture and end"_s, u"file"_s}});
  parser.process(app);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QFont font(parser.value(u"font"_s));
  font.setPixelSize(13);
  QApplication::setFont(font);
  oxp::fonts::installSubstitutions(QLocale(QLocale::Chinese));

  const QString theme = parser.value(u"theme"_s);
  oxp::ThemeController controller(theme == u"dark"_s    ? oxp::ThemeSetting::Dark
                                  : theme == u"light"_s ? oxp::ThemeSetting::Light
                                                        : oxp::ThemeSetting::System);
  const auto page = makePage(parser.value(u"page"_s));
  page->show();
  if (parser.isSet(u"grab"_s)) {
    page->activateWindow();
    QTimer::singleShot(600, &app, [&] {
      page->grab().save(parser.value(u"grab"_s));
      QApplication::quit();
    });
  }
  return QApplication::exec();
}
