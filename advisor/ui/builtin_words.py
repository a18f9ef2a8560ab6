"""Streamlit's own words, which come in English only, with their Spanish; the page's script swaps them."""

from __future__ import annotations

WORDS = {
    "Sidebar": "Panel lateral",
    "Collapse sidebar": "Cerrar el panel",
    "Expand sidebar": "Abrir el panel",
    "Open sidebar": "Abrir el panel",
    "Close sidebar": "Cerrar el panel",
    "Skip to main content": "Ir al contenido",
    "Help": "Ayuda",
    "Open": "Abrir",
    "Selected values": "Elegidos",
    "Choose an option": "Elige…",
    "Choose options": "Elige…",
    "Press Enter to submit form": "Intro para enviar",
    "Press Enter to apply": "Intro para aplicar",
    "Increment": "Aumentar",
    "Decrement": "Disminuir",
    "Chat message from user": "Tu mensaje",
    "Chat message from assistant": "Respuesta del asesor",
    "Send message": "Enviar",
    "Stop": "Detener",
    "Stop script": "Detener",
    "Stop generating": "Detener",
    "Main menu": "Menú",
    "Close": "Cerrar",
    "Clear all": "Quitar todo",
    "Clear value": "Quitar el valor",
    "Copy to clipboard": "Copiar",
    "Link to heading": "Enlace a este título",
    "Notifications": "Avisos",
    "Rerun": "Volver a ejecutar",
    "Print": "Imprimir",
    "No results": "Sin resultados",
    "Running...": "En curso…",
    "Connection error": "Se ha perdido la conexión",
    "Streamlit server is not responding. Are you connected to the internet?": "El servidor no responde. ¿Sigue en marcha? La conversación volverá sola en cuanto responda.",
}

OPENINGS = {
    "Add: ": "Añadir: ",
    "Help for ": "Ayuda sobre ",
    "Remove ": "Quitar ",
    "Show password": "Mostrar",
    "Hide password": "Ocultar",
}
"""The same for words that go on with a name."""
