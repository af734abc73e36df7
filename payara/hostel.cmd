@echo off
rem Hostel Chat from the command line: payara\hostel --help
rem
rem Needs a Java, 17 or newer, and hostel-cli.jar; does what the script 'hostel' beside it does.
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "here=%here:~0,-1%"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "PATH=%JAVA_HOME%\bin;%PATH%"
where /q java || (echo There is no Java here. Install one, 17 or newer, or set JAVA_HOME. 1>&2& exit /b 2)

call :find
if not defined jar if not defined war if exist "%here%\..\pom.xml" call :build || exit /b 2
if not defined jar if defined war call :takeout || exit /b 2
if not defined jar (
  echo There is neither hostel-cli.jar nor hostel-chat.war beside "%here%\hostel.cmd", nor in the folder above. 1>&2
  exit /b 2
)

for /f "tokens=2 delims=:." %%P in ('chcp') do set "codepage=%%P"
chcp 65001 >nul
java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Djdk.console=java.base ^
  "-Dhostel.launcher=%here%" -jar "%jar%" %*
set "result=%ERRORLEVEL%"
if defined codepage chcp %codepage% >nul 2>&1
exit /b %result%

rem Beside this file (installed), above it, or in target (a clone).
:find
set "jar="
set "war="
for %%D in ("%here%" "%here%\.." "%here%\..\target") do (
  if not defined jar if exist "%%~D\hostel-cli.jar" set "jar=%%~fD\hostel-cli.jar"
  if not defined war if exist "%%~D\hostel-chat.war" set "war=%%~fD\hostel-chat.war"
)
exit /b 0

:build
echo Building Hostel Chat, once. This takes a minute or two. 1>&2
pushd "%here%\.."
call mvn -q -B -DskipTests package 1>&2
if errorlevel 1 (popd & exit /b 1)
popd
call :find
exit /b 0

rem Out of the WAR, once, under a name that changes with the WAR. Windows has tar, which reads it.
:takeout
for %%F in ("%war%") do set "key=%%~zF-%%~tF"
set "key=%key: =-%"
set "key=%key:/=-%"
set "key=%key::=-%"
set "key=%key:.=-%"
set "cache=%LOCALAPPDATA%\hostel-chat"
if not defined LOCALAPPDATA set "cache=%USERPROFILE%\.hostel-chat"
set "kept=%cache%\cli-%key%.jar"
if not exist "%kept%" (
  call :unpack || exit /b 1
)
set "jar=%kept%"
exit /b 0

rem Made elsewhere and renamed, so that two calls at once never see half of it.
:unpack
set "new=%cache%\new-%RANDOM%%RANDOM%"
mkdir "%new%" || exit /b 1
tar -xf "%war%" -C "%new%" WEB-INF/hostel-cli.jar 2>nul || (pushd "%new%" & jar xf "%war%" WEB-INF/hostel-cli.jar & popd)
if exist "%new%\WEB-INF\hostel-cli.jar" move /y "%new%\WEB-INF\hostel-cli.jar" "%kept%" >nul
rmdir /s /q "%new%"
if exist "%kept%" exit /b 0
echo The command line could not be taken out of "%war%". Put hostel-cli.jar beside this file. 1>&2
exit /b 1
