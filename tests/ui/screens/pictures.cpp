// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// For looking, not a test: pictures of every main place and of every dialog.
//   oxp_pictures FOLDER [en|zh_CN [light|dark [1440x900]]]
#include "ui/dialogs/dialogmanners.h"
#include "ui/screens/alldialogs.h"
#include "ui/screens/filledplaces.h"
#include "ui/screens/languagewords.h"
#include "ui/screens/screen.h"
#include "ui/screens/tour.h"

#include <QApplication>

#include <memory>

using namespace oxp;
using namespace oxp::test;

namespace {

struct Wish {
  QString folder, language, theme;
  QSize size;
};

Wish wishOf(const QStringList &arguments) {
  const auto word = [&](int index, const QString &otherwise) { return arguments.value(index, otherwise); };
  const QStringList sides = word(4, u"1440x900"_qs).split(u'x');
  return {word(1, u"."_qs),
          word(2, u"en"_qs),
          word(3, u"light"_qs),
          {sides.value(0).toInt(), sides.value(1).toInt()}};
}

class Pictures {
public:
  explicit Pictures(Wish wish)
      : m_wish(std::move(wish)) {}

  bool window();
  bool start();
  bool dialogs();
  bool places();

private:
  void take(QWidget &widget, const QString &place) const {
    QTest::qWait(150); // what is asked for comes; nothing is judged here
    const QString size = QStringLiteral("%1x%2").arg(m_wish.size.width()).arg(m_wish.size.height());
    widget.grab().save(
        QStringList{m_wish.folder + u'/' + size, m_wish.language, m_wish.theme, place}.join(u'-') +
        u".png"_qs);
  }

  Wish m_wish;
};

bool Pictures::window() {
  Tour tour;
  return tour.start(m_wish.language, m_wish.size, m_wish.theme) &&
         tour.visit([&](const QString &place) { take(*tour.window(), place); });
}

bool Pictures::start() {
  QTemporaryDir folder;
  Person person;
  if (!person.start({}, folder.path(), m_wish.size, m_wish.language, m_wish.theme))
    return false;
  take(*person.window(), u"start"_qs);
  return true;
}

bool Pictures::dialogs() {
  const LanguageWords words(m_wish.language);
  const ThemeController theme(m_wish.theme == u"dark" ? ThemeSetting::Dark : ThemeSetting::Light);
  QObject owner;
  const DialogManners manners([](QDialog *) {}, &owner);
  const AllDialogs all;
  QWidget parent;
  parent.resize(m_wish.size);
  for (const AllDialogs::Maker &maker : all.makers()) {
    const std::unique_ptr<QDialog> dialog(maker.make(&parent));
    dialog->show();
    take(*dialog, u"dialog-"_qs + QLatin1String(maker.name).toString().replace(u' ', u'-'));
  }
  return words.isThere();
}

bool Pictures::places() {
  const LanguageWords words(m_wish.language);
  const ThemeController theme(m_wish.theme == u"dark" ? ThemeSetting::Dark : ThemeSetting::Light);
  FilledPlaces filled;
  for (const FilledPlaces::Maker &maker : filled.makers()) {
    const std::unique_ptr<QWidget> place(maker.make());
    place->resize(maker.inPane ? 568 : 640, std::max(300, place->sizeHint().height()));
    place->show();
    take(*place, u"place-"_qs + QLatin1String(maker.name).toString().replace(u' ', u'-'));
  }
  return words.isThere();
}

} // namespace

int main(int argc, char **argv) {
  useScreen({1440, 900});
  leaveSessionBus();
  QApplication program(argc, argv);
  Pictures pictures(wishOf(QApplication::arguments()));
  return pictures.start() && pictures.window() && pictures.dialogs() && pictures.places() ? 0 : 1;
}
