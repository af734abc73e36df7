@echo off
rem Hostel Chat from the command line: payara\hostel --help
rem
rem Needs a JDK (17 or newer) and nothing else; does what the script 'hostel' beside it does.
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "here=%here:~0,-1%"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "PATH=%JAVA_HOME%\bin;%PATH%"
where /q java || (echo There is no Java here. Install a JDK, 17 or newer, or set JAVA_HOME. 1>&2& exit /b 2)

set "sources=%here%\..\src\main\java\org\hostelchat\cli"
set "war="
set "key="
set "newest="
if exist "%sources%\Main.java" (
  for /f "delims=" %%K in ('dir /b /a-d /o-d "%sources%\*.java"') do if not defined newest set "newest=%%K"
  call :keyofsources
) else (
  for %%W in ("%here%\..\target\hostel-chat.war" "%here%\..\hostel-chat.war" "%here%\hostel-chat.war") do (
    if exist "%%~W" set "war=%%~fW"
  )
  call :keyofwar
)
if not defined key (echo There is no hostel-chat.war beside "%here%\hostel.cmd", nor in the folder above. 1>&2& exit /b 2)
set "key=%key: =-%"
set "key=%key:/=-%"
set "key=%key::=-%"
set "key=%key:.=-%"

set "cache=%LOCALAPPDATA%\hostel-chat"
if not defined LOCALAPPDATA set "cache=%USERPROFILE%\.hostel-chat"
set "classes=%cache%\%key%"
if not exist "%classes%\" call :make || exit /b 2

for /f "tokens=2 delims=:." %%P in ('chcp') do set "codepage=%%P"
chcp 65001 >nul
java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Djdk.console=java.base ^
  "-Dhostel.launcher=%here%" -cp "%classes%" org.hostelchat.cli.Main %*
set "result=%ERRORLEVEL%"
if defined codepage chcp %codepage% >nul 2>&1
exit /b %result%

rem The key of sources: how long they are together, and when the newest was changed.
:keyofsources
set "total=0"
for %%F in ("%sources%\*.java") do set /a "total+=%%~zF"
for %%F in ("%sources%\%newest%") do set "key=sources-%total%-%%~tF"
exit /b 0

:keyofwar
if defined war for %%F in ("%war%") do set "key=war-%%~zF-%%~tF"
exit /b 0

rem Made elsewhere and renamed, so that two calls at once never see half of it.
:make
set "new=%cache%\new-%RANDOM%%RANDOM%"
mkdir "%new%" || exit /b 1
if defined war (
  pushd "%new%" && jar xf "%war%" WEB-INF/classes/org/hostelchat/cli && move /y WEB-INF\classes\org org >nul
  popd
) else (
  javac --release 17 -encoding UTF-8 -proc:none -nowarn -d "%new%" "%sources%\*.java"
)
if not exist "%new%\org\hostelchat\cli\Main.class" (
  rmdir /s /q "%new%"
  echo The command line could not be made ready. It needs a JDK, 17 or newer. 1>&2
  exit /b 1
)
if not exist "%classes%\" move "%new%" "%classes%" >nul 2>&1
if exist "%new%\" rmdir /s /q "%new%"
exit /b 0
